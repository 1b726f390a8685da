package dev.kompox.compose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kompox.compose.remote.GitFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repository served by {@code git daemon}, read by us and by docker compose. */
class GitFilesOracleTest {

    private static final Map<String, String> ENVIRONMENT =
            Map.of("HOME", "/root", "PATH", String.valueOf(System.getenv("PATH")));

    @TempDir Path folder;
    private int port;
    private @Nullable Process daemon;

    @BeforeEach
    void serve() throws IOException, InterruptedException {
        Path source = folder.resolve("source");
        new Fixture(source)
                .file(
                        "compose.yaml",
                        """
                        services:
                          far:
                            image: "busybox:${TAG:-none}"
                            build: .
                            env_file: far.env
                            volumes: ["./data:/data"]
                        """)
                .file(".env", "TAG=far\n")
                .file("far.env", "A=1\n")
                .file(
                        "sub/compose.yml",
                        """
                        services:
                          below: {image: busybox, volumes: ["./data:/data", "../up:/up"]}
                        """);
        Files.createSymbolicLink(source.resolve("out.yaml"), Path.of("/etc/hostname"));
        git(source, "init", "-q", "-b", "main", ".");
        commit("one");
        git(source, "tag", "v1");
        Path bare = folder.resolve("repository.git");
        git(source, "clone", "-q", "--bare", ".", bare.toString());
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> command =
                List.of(
                        "git",
                        "daemon",
                        "--base-path=" + folder,
                        "--export-all",
                        "--listen=127.0.0.1",
                        "--port=" + port);
        daemon = new ProcessBuilder(command).redirectErrorStream(true).start();
        assumeTrue(answers(), "git daemon does not work here");
    }

    @AfterEach
    void end() {
        if (daemon != null) {
            daemon.descendants().forEach(ProcessHandle::destroy);
            daemon.destroy();
        }
    }

    private boolean answers() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        return false;
    }

    private static void git(Path directory, String... words)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=n", "-c", "user.email=e@h.test"));
        command.addAll(List.of(words));
        Process process =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    private void commit(String message) throws IOException, InterruptedException {
        git(folder.resolve("source"), "add", "-A");
        git(folder.resolve("source"), "commit", "-q", "-m", message);
    }

    private Fixture project(String text) {
        String url = "git://127.0.0.1:" + port + "/repository.git";
        return new Fixture(folder.resolve("project"))
                .file("compose.yaml", text.replace("REPOSITORY", url));
    }

    private LoadRequest allowing(Fixture project) {
        return project.request().withRemote(new GitFiles(folder.resolve("kept"), ENVIRONMENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "include: [REPOSITORY]\nservices: {near: {image: a}}\n",
                "include: ['REPOSITORY#main:sub']\n",
                "include: ['REPOSITORY#v1:sub/compose.yml']\n",
                "include: [{path: ['REPOSITORY#v1', more.yaml]}]\n",
                "include: [{path: 'REPOSITORY#v1', project_directory: ., env_file: near.env}]\n",
                "services: {a: {extends: {file: 'REPOSITORY', service: far}}}\n",
                "services: {a: {extends: {file: 'REPOSITORY#v1:sub', service: below}}}\n",
                "include: ['REPOSITORY#none']\n",
                "include: ['REPOSITORY#v1:none']\n",
                "include: ['REPOSITORY#v1:..']\n",
            })
    void isWhatDockerComposeMakesOfIt(String text) {
        DockerCompose.assumePresent();
        Fixture project =
                project(text)
                        .file("more.yaml", "services: {far: {command: more}}\n")
                        .file("near.env", "TAG=near\n")
                        .file("far.env", "A=near\n");
        LoadRequest request = allowing(project);
        Map<String, String> environment =
                Map.of("HOME", "/root", "XDG_CACHE_HOME", folder.resolve("cache").toString());
        String theirs = DockerCompose.config(request.workingDirectory(), environment, List.of());
        Verdicts both = new Verdicts(portable(Verdicts.ours(request)), portable(theirs));
        assertThat(both.differences()).isEmpty();
    }

    /** The directories in which the two keep what they bring differ. */
    private @Nullable String portable(@Nullable String json) {
        return json == null
                ? null
                : json.replaceAll(folder + "/(kept|cache/docker-compose(/git)?)/", "/kept/");
    }

    @Test
    void refusesUnlessAllowed() {
        Fixture project = project("include: [REPOSITORY]\n");
        assertThat(project.refusal()).hasMessageContaining("remote files are not read");
        assertThat(folder.resolve("kept")).doesNotExist();
    }

    @Test
    void saysWhichCommitItReads() {
        LoadedProject loaded = ComposeLoader.load(allowing(project("include: [REPOSITORY]\n")));
        assertThat(loaded.warnings().toString()).containsPattern("commit [0-9a-f]{40}");
        assertThat(folder.resolve("kept"))
                .isDirectoryContaining("regex:.*/[0-9a-f]{40}")
                .isDirectoryNotContaining("glob:**/.half*");
    }

    @Test
    void fileThatLeadsOutOfTheRepositoryIsRefused() {
        LoadRequest request = allowing(project("include: ['REPOSITORY#v1:out.yaml']\n"));
        assertThat(Verdicts.ours(request)).isNull();
    }

    @Test
    void repositoryThatDoesNotAnswerIsNamed() {
        end();
        LoadRequest request = allowing(project("include: [REPOSITORY]\n"));
        assertThatThrownBy(() -> ComposeLoader.load(request))
                .hasMessageContaining("repository.git cannot be read")
                .hasMessageContaining("git ls-remote");
    }

    @Test
    void isReadAgainWithoutTheRepositoryWhereACommitIsNamed() throws IOException {
        LoadRequest first = allowing(project("include: [REPOSITORY]\n"));
        assertThat(Verdicts.ours(first)).isNotNull();
        String commit;
        try (var kept = Files.list(folder.resolve("kept"))) {
            commit = String.valueOf(kept.findFirst().orElseThrow().getFileName());
        }
        end();
        LoadRequest again = allowing(project("include: ['REPOSITORY#" + commit + "']\n"));
        assertThat(Verdicts.ours(again)).isNotNull();
    }
}
