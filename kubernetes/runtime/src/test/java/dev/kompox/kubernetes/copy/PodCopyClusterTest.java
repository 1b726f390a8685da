package dev.kompox.kubernetes.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.exec.ExecMode;
import dev.kompox.kubernetes.exec.PodExec;
import dev.kompox.kubernetes.exec.PodTarget;
import dev.kompox.kubernetes.kit.TestNamespace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Copies from and to a container of a real cluster. */
@Tag("cluster")
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PodCopyClusterTest {

    private static final FileTime TIME = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));

    private static final InputStream NOTHING = InputStream.nullInputStream();
    private static final OutputStream NOWHERE = OutputStream.nullOutputStream();

    @TempDir private Path root = Path.of("");

    private @Nullable TestNamespace made;
    private PodTarget pod = new PodTarget("", "", "");

    @BeforeAll
    void open() {
        made = TestNamespace.make();
        pod = namespace().run("files", "exec sleep 1000");
    }

    @AfterAll
    void close() {
        if (made != null) {
            made.close();
        }
    }

    private TestNamespace namespace() {
        if (made == null) {
            throw new IllegalStateException("not opened");
        }
        return made;
    }

    @BeforeEach
    void clean() throws IOException {
        run(
                "rm -rf /t && mkdir -p /t/d/sub && cd /t && echo text >f && chmod 640 f && chown 12:34 f");
        run("cd /t && touch -d '2001-02-03 04:05:06' f && cp -p f d/inner && ln -s f link");
        run("cd /t && ln -s d dlink && chmod 711 d && touch -d '2001-02-03 04:05:06' d");
        Path local = Files.createDirectories(root.resolve("d/sub"));
        Files.writeString(root.resolve("f"), "local");
        Files.writeString(local.resolveSibling("inner"), "inner");
        Files.createSymbolicLink(root.resolve("link"), Path.of("f"));
        Files.setPosixFilePermissions(
                root.resolve("f"), PosixFilePermissions.fromString("rw-r----x"));
        Files.setLastModifiedTime(root.resolve("f"), TIME);
        Files.setPosixFilePermissions(
                root.resolve("d"), PosixFilePermissions.fromString("rwx--x--x"));
        Files.setLastModifiedTime(root.resolve("d"), TIME);
    }

    @Test
    void aFileIsFetchedWithModeTimeAndOwner() throws IOException {
        download("/t/f", "new");
        Path file = root.resolve("new");
        assertThat(Files.readString(file)).isEqualTo("text\n");
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(TIME);
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
        if (Files.getAttribute(root, "unix:uid").equals(0)) {
            assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(12);
            assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(34);
        }
    }

    @Test
    void aFileIsFetchedOverAFileThroughALinkAndIntoADirectory() throws IOException {
        download("t/f", "link");
        assertThat(Files.isSymbolicLink(root.resolve("link"))).isTrue();
        assertThat(Files.readString(root.resolve("f"))).isEqualTo("text\n");
        download("/t/f", "d");
        assertThat(Files.readString(root.resolve("d/f"))).isEqualTo("text\n");
        assertThat(names(root)).containsExactly("d", "f", "link");
        assertThat(names(root.resolve("d"))).containsExactly("f", "inner", "sub");
    }

    @Test
    void aDirectoryIsFetchedUnderItsNameANewNameOrPoured() throws IOException {
        Files.delete(root.resolve("d/inner"));
        download("/t/d", "d");
        assertThat(names(root.resolve("d/d"))).containsExactly("inner", "sub");
        assertMode("d/d", "rwx--x--x");
        download("/t/d", "new");
        assertThat(names(root.resolve("new"))).containsExactly("inner", "sub");
        assertMode("new", "rwx--x--x");
        assertThat(Files.getLastModifiedTime(root.resolve("new"))).isEqualTo(TIME);
        Path poured = Files.createDirectory(root.resolve("poured"));
        Files.setPosixFilePermissions(poured, PosixFilePermissions.fromString("rwxrwx---"));
        download("/t/d/.", "poured");
        assertThat(names(poured)).containsExactly("inner", "sub");
        assertMode("poured", "rwxrwx---");
    }

    @Test
    void aLinkIsFetchedAsALinkUnlessItsPathSaysDirectory() throws IOException {
        download("/t/link", "newlink");
        assertThat(Files.readSymbolicLink(root.resolve("newlink"))).hasToString("f");
        download("/t/dlink/", "newd");
        assertThat(names(root.resolve("newd"))).containsExactly("inner", "sub");
    }

    @Test
    void anArchiveIsFetched() {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        copy().download(pod, "/t/d", "-", archive);
        run("rm -rf /t/x && mkdir /t/x");
        copy().upload(pod, "-", "/t/x", new ByteArrayInputStream(archive.toByteArray()));
        assertThat(run("cd /t/x && find . | sort")).isEqualTo(".\n./d\n./d/inner\n./d/sub\n");
        invalid(() -> copy().upload(pod, "-", "/t/f", NOTHING), "/t/f in pod files");
    }

    @Test
    void aFileIsSentWithModeTimeAndOwner() throws IOException {
        upload("f", "/t/new");
        assertThat(run("cat /t/new; stat -c '%a %Y %u' /t/new"))
                .isEqualTo(
                        "local641 "
                                + TIME.toMillis() / 1000
                                + " "
                                + Files.getAttribute(root.resolve("f"), "unix:uid")
                                + "\n");
    }

    @Test
    void aFileIsSentOverAFileThroughALinkAndIntoADirectory() {
        upload("f", "/t/link");
        assertThat(run("cat /t/f; readlink /t/link")).isEqualTo("localf\n");
        upload("f", "/t/dlink");
        upload("link", "/t/d/");
        assertThat(run("cat /t/d/f; readlink /t/d/link; ls -A /t /t/d"))
                .isEqualTo("localf\n/t:\nd\ndlink\nf\nlink\n\n/t/d:\nf\ninner\nlink\nsub\n");
    }

    @Test
    void aDirectoryIsSentUnderItsNameANewNameOrPoured() {
        upload("d", "/t/d");
        upload("d", "/t/new");
        assertThat(run("ls -A /t/d/d /t/new; stat -c %a /t/d/d /t/new"))
                .isEqualTo("/t/d/d:\ninner\nsub\n\n/t/new:\ninner\nsub\n711\n711\n");
        run("mkdir -m 770 /t/poured");
        upload("d/.", "/t/poured");
        assertThat(run("ls -A /t/poured; stat -c %a /t/poured")).isEqualTo("inner\nsub\n770\n");
    }

    @Test
    void namesAreNeverCommands() throws IOException {
        String name = "-x $(touch y); '\"*\n";
        Files.writeString(root.resolve(name), "strange");
        upload(name, "/t");
        upload(name, "/t/d/" + name);
        download("/t/" + name, "back");
        assertThat(Files.readString(root.resolve("back"))).isEqualTo("strange");
        download("/t/d/" + name, "d");
        assertThat(Files.readString(root.resolve("d").resolve(name))).isEqualTo("strange");
        assertThat(run("ls -A /t | wc -l; ls -A /t/d | wc -l")).isEqualTo("5\n3\n");
    }

    @Test
    void whatIsNotThereOrCannotGoThereIsRefused() {
        assertThatThrownBy(() -> download("/t/absent", "x"))
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> assertThat(e.category()).isInstanceOf(Category.NotFound.class))
                .hasMessage("there is no /t/absent in pod files, container main");
        invalid(() -> upload("d", "/t/f"), "/t/f is no directory");
        invalid(() -> upload("f", "/t/no/x"), "there is no directory /t/no");
        invalid(() -> download("/t/d", "f"), "f is no directory");
        invalid(() -> download("/t/f/.", "x"), "/t/f in pod files, container main is no directory");
        invalid(() -> upload("f", "/proc/new"), "tar failed in pod files");
    }

    @Test
    void aContainerWithoutTarIsRefusedWithARemedy() {
        namespace()
                .create(
                        """
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: bare}
                        spec:
                          terminationGracePeriodSeconds: 1
                          containers:
                          - name: main
                            image: %s
                            imagePullPolicy: Never
                            command: [/usr/bin/sleep, "1000"]
                            env: [{name: PATH, value: /nowhere}]
                        """
                                .formatted(TestNamespace.image()));
        namespace().ready("bare");
        PodTarget bare = new PodTarget(namespace().name(), "bare", "main");
        assertThatThrownBy(() -> copy().download(bare, "/usr", root + "/x", NOWHERE))
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.category()).isInstanceOf(Category.Invalid.class);
                            assertThat(e.sentence()).contains("has no program").contains("tar");
                            assertThat(e.remedy()).isNotNull();
                        });
    }

    @Test
    void whereRootDoesNotWriteFilesAreTheWriters() throws IOException {
        namespace()
                .create(
                        """
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: user}
                        spec:
                          terminationGracePeriodSeconds: 1
                          securityContext: {runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000}
                          containers:
                          - name: main
                            image: %s
                            imagePullPolicy: Never
                            command: [sleep, "1000"]
                            volumeMounts: [{name: v, mountPath: /v}]
                          volumes: [{name: v, emptyDir: {}}]
                        """
                                .formatted(TestNamespace.image()));
        namespace().ready("user");
        PodTarget user = new PodTarget(namespace().name(), "user", "main");
        copy().upload(user, root + "/d", "/v/d", NOTHING);
        copy().upload(user, root + "/f", "/v/d", NOTHING);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PodExec(namespace().cluster())
                .run(
                        user,
                        List.of("stat", "-c", "%n %u %g", "/v/d", "/v/d/f"),
                        ExecMode.WITHOUT_INPUT,
                        Streams.Piped.to(out, out));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("/v/d 1000 1000\n/v/d/f 1000 1000\n");
    }

    @Test
    void muchIsCopiedUnchanged() throws IOException {
        byte[] bytes = new byte[50_000_001];
        new Random(1).nextBytes(bytes);
        Files.write(root.resolve("much"), bytes);
        upload("much", "/t");
        download("/t/much", "back");
        assertThat(Files.mismatch(root.resolve("much"), root.resolve("back"))).isEqualTo(-1);
    }

    private PodCopy copy() {
        return new PodCopy(namespace().cluster(), _ -> {});
    }

    private void download(String from, String to) {
        assertThat(copy().download(pod, from, root + "/" + to, NOWHERE)).isZero();
    }

    private void upload(String from, String to) {
        assertThat(copy().upload(pod, root + "/" + from, to, NOTHING)).isZero();
    }

    private static void invalid(Runnable call, String words) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.category()).isInstanceOf(Category.Invalid.class);
                            assertThat(e.sentence()).contains(words);
                        });
    }

    private void assertMode(String name, String mode) throws IOException {
        assertThat(Files.getPosixFilePermissions(root.resolve(name)))
                .isEqualTo(PosixFilePermissions.fromString(mode));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> inside = Files.list(directory)) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private String run(String command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code =
                new PodExec(namespace().cluster())
                        .run(
                                pod,
                                List.of("sh", "-c", command),
                                ExecMode.WITHOUT_INPUT,
                                Streams.Piped.to(out, out));
        String said = out.toString(StandardCharsets.UTF_8);
        assertThat(code).as(said).isZero();
        return said;
    }
}
