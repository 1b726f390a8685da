package dev.kompox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.cli.command.Exit;
import dev.kompox.cli.fake.FakePlace;
import dev.kompox.cli.fake.Screen;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.runtime.AppThere;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clusters that can be named, and what reaches them. */
class ClusterTest {

    private final FakePlace prod = new FakePlace(Location.of("kube", "prod"));
    private final FakePlace here = new FakePlace().beside(prod);

    @TempDir Path directory;

    private Screen screen;
    private Path config;

    @BeforeEach
    void open() throws IOException {
        config = Kubeconfigs.write(directory.resolve("config"), "prod", "test");
        screen = new Screen(directory, here).variable("KUBECONFIG", config.toString());
    }

    @Test
    void listsContextsWithoutAnApp() {
        assertThat(screen.run("cluster", "list")).isZero();
        assertThat(screen.out())
                .isEqualTo(
                        """
                        NAME  KIND     PLACE      SERVER                     CURRENT
                        prod  context  kube/prod  https://prod.example:6443  yes
                        test  context  kube/test  https://test.example:6443
                        """);
        assertThat(screen.err()).isEmpty();
        assertThat(prod.opened()).isEmpty();
    }

    @Test
    void listsWhatDocumentsDescribe() throws IOException {
        Kubeconfigs.write(directory.resolve("admin.conf"), "kubernetes-admin");
        Files.writeString(directory.resolve("compose.yaml"), Shop.COMPOSE);
        Documents.write(directory, "KUBECONFIG: admin.conf, ZONE: a");
        assertThat(screen.run("cluster", "list", "-o", "json")).isZero();
        assertThat(screen.out())
                .contains("\"kind\": \"document\"")
                .contains("\"place\": \"kube/kubernetes-admin/a\"")
                .contains("\"server\": \"https://kubernetes-admin.example:6443\"")
                .doesNotContain("secret");
    }

    @Test
    void listsNoneWhereThereIsNone() {
        screen.variable("KUBECONFIG", "");
        assertThat(screen.run("cluster", "list")).isZero();
        assertThat(screen.out()).startsWith("No clusters:");
        assertThat(screen.run("cluster", "status")).isEqualTo(Exit.BLOCKED);
        assertThat(screen.err()).contains("no cluster is known here");
    }

    @Test
    void neverQuotesAFileThatCannotBeRead() throws IOException {
        Files.writeString(config, "users:\n- user: {token: hush\n  x: [\n");
        assertThat(screen.run("cluster", "list")).isZero();
        assertThat(screen.err()).contains("warning: " + config).doesNotContain("hush");
        assertThat(screen.run("cluster", "kubeconfig", "prod")).isEqualTo(Exit.USAGE);
        assertThat(screen.err()).doesNotContain("hush");
    }

    @Test
    void tellsHowOneIsAndWhichAppsItHas() {
        prod.app(
                new AppThere(
                        "local/docker/local/shop",
                        "k4x-shop",
                        AppThere.State.RUNNING,
                        Location.of("kube", "prod"),
                        Instant.now().minusSeconds(7200)));
        prod.app(
                new AppThere(
                        "local/docker/local/wiki",
                        "k4x-wiki",
                        AppThere.State.DOWN,
                        FakePlace.HERE,
                        Instant.now().minusSeconds(7200)));
        for (String name : new String[] {"prod", "kube:prod", "kube/prod"}) {
            assertThat(screen.run("cluster", "status", name)).isZero();
            assertThat(screen.out())
                    .startsWith("prod at kube/prod\n  engine  27.3")
                    .contains("local/docker/local/shop  k4x-shop   running  here")
                    .contains("local/docker/local/wiki  k4x-wiki   down     on docker/local");
        }
        assertThat(screen.run("cluster", "status", "-o", "json")).isZero();
        assertThat(screen.out()).contains("\"livesOn\": \"kube/prod\"");
        assertThat(screen.run("--on", "kube:prod", "cluster", "status", "-o", "name")).isZero();
        assertThat(screen.out()).startsWith("local/docker/local/shop\n");
    }

    @Test
    void saysWhichNameWasProbablyMeant() {
        assertThat(screen.run("cluster", "status", "prdo")).isEqualTo(Exit.USAGE);
        assertThat(screen.err()).contains("did you mean \"prod\"?").contains("kompox cluster list");
    }

    @Test
    void writesAKubeconfigOfOneAlone() throws IOException {
        assertThat(screen.run("cluster", "kubeconfig", "test")).isZero();
        Path file = Path.of(screen.out().strip());
        assertThat(file).isEqualTo(directory.resolve("state/kompox/kubeconfig/test.yaml"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file))
                .contains("token: secret-test")
                .contains("current-context: test")
                .contains(directory.resolve("ca/test.pem").toString())
                .doesNotContain("prod");
        assertThat(screen.run("cluster", "kubeconfig", "test")).isZero();
        Files.writeString(file, "mine");
        assertThat(screen.run("cluster", "kubeconfig", "test")).isEqualTo(Exit.BLOCKED);
        assertThat(screen.out()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo("mine");
        assertThat(screen.run("cluster", "kubeconfig", "test", "--yes")).isZero();
    }

    @Test
    void writesItWhereAPersonWants() {
        assertThat(screen.run("cluster", "kubeconfig", "-o", "one.yaml")).isZero();
        assertThat(screen.out()).isEqualTo(directory.resolve("one.yaml") + "\n");
        assertThat(screen.run("cluster", "kubeconfig", "-o", "-")).isZero();
        assertThat(screen.out()).contains("secret-prod");
        assertThat(screen.err()).isEmpty();
        assertThat(screen.terminal("").run("cluster", "kubeconfig", "-o", "-")).isZero();
        assertThat(screen.err()).contains("Credentials are in this output.");
        assertThat(screen.run("cluster", "kubeconfig", "-o", "-", "--merge")).isEqualTo(Exit.USAGE);
    }

    @Test
    void mergesItIntoTheUsualFile() throws IOException {
        Path usual = directory.resolve(".kube/config");
        assertThat(screen.run("cluster", "kubeconfig", "prod", "--merge")).isZero();
        assertThat(screen.out()).isEqualTo(usual + "\n");
        assertThat(screen.run("cluster", "kubeconfig", "test", "--merge")).isZero();
        screen.variable("KUBECONFIG", "").run("cluster", "list", "-o", "name");
        assertThat(screen.out()).isEqualTo("prod\ntest\n");
        assertThat(Files.readString(usual)).contains("current-context: prod");
        assertThat(usual.resolveSibling("config.lock")).doesNotExist();
    }

    @Test
    void mergesNothingOverWhatIsThere() throws IOException {
        Path other = Kubeconfigs.write(directory.resolve("other"), "x", "prod");
        String before = Files.readString(other).replace("prod.example", "elsewhere.example");
        Files.writeString(other, before);
        assertThat(screen.run("cluster", "kubeconfig", "--merge", "-o", "other"))
                .isEqualTo(Exit.BLOCKED);
        assertThat(screen.err()).contains("has another cluster called prod-cluster");
        assertThat(Files.readString(other)).isEqualTo(before);
        Files.createFile(directory.resolve("other.lock"));
        assertThat(screen.run("cluster", "kubeconfig", "--merge", "-o", "other", "--yes"))
                .isEqualTo(Exit.FAILED);
        assertThat(screen.err()).contains("is being written by another program");
    }
}
