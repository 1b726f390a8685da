package dev.kompox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.cli.command.Exit;
import dev.kompox.cli.fake.FakePlace;
import dev.kompox.cli.fake.Screen;
import dev.kompox.operations.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An app as Kubernetes objects. */
class ConvertTest {

    private static final String REJECTED =
            Shop.COMPOSE.replace("image: shop/web", "image: shop/web\n    scale: 2");

    private static final String SECRET =
            Shop.COMPOSE.replace(
                    "image: postgres:16",
                    "image: postgres:16\n    environment: {POSTGRES_PASSWORD: hush}");

    @TempDir Path directory;

    private Screen screen;
    private final FakePlace place = new FakePlace();

    @BeforeEach
    void open() throws IOException {
        screen = Shop.fresh(directory, place);
    }

    @Test
    void printsTheNamespaceThenTheClaimsThenTheRest() {
        assertThat(screen.run("convert")).isZero();
        assertThat(screen.out().lines().filter(line -> line.startsWith("kind: ")))
                .containsExactly(
                        "kind: Namespace",
                        "kind: PersistentVolumeClaim",
                        "kind: ServiceAccount",
                        "kind: NetworkPolicy",
                        "kind: Deployment",
                        "kind: Service",
                        "kind: Service",
                        "kind: Service");
        assertThat(screen.err()).contains("shop: ").contains(" mapped");
        assertThat(place.opened()).isEmpty();
    }

    @Test
    void printsTheSameAgain() {
        screen.run("convert");
        String first = screen.out();
        screen.run("convert");
        assertThat(screen.out()).isEqualTo(first);
    }

    @Test
    void heedsWhatIsSaidOfTheCluster() {
        String typed =
                "convert --namespace shop --zone b --storage-class fast --size 3Gi"
                        + " --ingress-class nginx --domain example.org";
        assertThat(screen.run(typed.split(" ", -1))).isZero();
        assertThat(screen.out())
                .contains("namespace: shop\n")
                .contains("storageClassName: fast\n")
                .contains("storage: 3Gi\n".replace("3Gi", "\"3Gi\""))
                .contains("topology.kubernetes.io/zone");
    }

    @Test
    void takesWhatADocumentSaysOfTheCluster() throws IOException {
        Documents.write(directory, "STORAGE_CLASS: fast, DISK_SIZE: 4Gi");
        assertThat(screen.run("convert", "--on", "prod", "--size", "5Gi")).isZero();
        assertThat(screen.out()).contains("storageClassName: fast\n").contains("\"5Gi\"");
    }

    @Test
    void takesSizesFromTheAppDocument() throws IOException {
        Documents.write(directory, "STORAGE_CLASS: fast");
        Files.writeString(
                directory.resolve("kompoxapp.yml"),
                "  volumes: [{name: db, size: 7Gi}]\n",
                java.nio.file.StandardOpenOption.APPEND);
        assertThat(screen.run("convert")).isZero();
        assertThat(screen.out()).contains("\"7Gi\"");
        assertThat(screen.err()).doesNotContain("no effect");
    }

    @Test
    void withholdsAllOfItIfAKeyIsRejected() throws IOException {
        compose(REJECTED);
        assertThat(screen.run("convert", "-o", "k8s")).isEqualTo(Exit.BLOCKED);
        assertThat(screen.out()).isEmpty();
        assertThat(directory.resolve("k8s")).doesNotExist();
        assertThat(screen.err())
                .containsPattern(
                        "rejected {2}services\\.web\\.scale {2}.*compose\\.yaml:8:\\d+ {2}")
                .contains("error: shop cannot run on a cluster as it stands: 1 rejected");
    }

    @Test
    void tellsTheWholeReportAsJson() throws IOException {
        compose(REJECTED);
        assertThat(screen.run("convert", "--report", "json")).isEqualTo(Exit.BLOCKED);
        assertThat((Map<?, ?>) Json.read(screen.err())).extracting("rejected").isEqualTo(1L);
        assertThat(screen.err()).contains("\"verdict\": \"mapped\"");
        assertThat(screen.out()).isEmpty();
    }

    @Test
    void isStrictWhereThatIsAskedFor() throws IOException {
        compose(Shop.COMPOSE.replace("\"8080:80\"", "\"127.0.0.1:8080:80\""));
        assertThat(screen.run("convert")).isZero();
        assertThat(screen.err()).contains("1 caveat");
        assertThat(screen.run("convert", "--strict")).isEqualTo(Exit.BLOCKED);
        assertThat(screen.out()).isEmpty();
        assertThat(screen.run("convert", "--strict", "--report", "json")).isEqualTo(Exit.BLOCKED);
        assertThat(Json.read(screen.err())).isInstanceOf(Map.class);
    }

    @Test
    void saysAtATerminalThatSecretsAreShown() throws IOException {
        compose(SECRET);
        screen.run("convert");
        assertThat(screen.err()).doesNotContain("secrets");
        screen.terminal("").run("convert");
        assertThat(screen.err()).contains("The values of secrets are in this output.");
    }

    @Test
    void writesAFileAnObjectAndWritesThemAgain() throws IOException {
        compose(SECRET);
        assertThat(screen.run("convert", "-o", "k8s")).isZero();
        List<String> files = files();
        assertThat(screen.err()).contains("Wrote 9 files, values of secrets among them");
        assertThat(files).hasSize(9).startsWith("01-namespace-" + namespace() + ".yaml");
        for (String file : files) {
            boolean secret = file.contains("-secret-");
            assertThat(mode(file).equals("rw-------")).as(file).isEqualTo(secret);
        }
        compose(Shop.COMPOSE);
        assertThat(screen.run("convert", "-o", "k8s")).isZero();
        assertThat(files()).hasSize(8).noneMatch(file -> file.contains("-secret-"));
    }

    @Test
    void touchesNoFileOfAnybodyElse() throws IOException {
        Files.createDirectory(directory.resolve("k8s"));
        Files.writeString(directory.resolve("k8s/mine.yaml"), "mine");
        assertThat(screen.run("convert", "-o", "k8s")).isEqualTo(Exit.BLOCKED);
        assertThat(screen.err()).contains("mine.yaml");
        assertThat(files()).containsExactly("mine.yaml");
        assertThat(screen.run("convert", "-o", "k8s", "--yes")).isZero();
        assertThat(Files.readString(directory.resolve("k8s/mine.yaml"))).isEqualTo("mine");
        String first = files().getFirst();
        Files.writeString(directory.resolve("k8s").resolve(first), "mine");
        assertThat(screen.run("convert", "-o", "k8s", "--yes")).isEqualTo(Exit.BLOCKED);
        assertThat(Files.readString(directory.resolve("k8s").resolve(first))).isEqualTo("mine");
    }

    @Test
    void showsWhatItWouldWrite() throws IOException {
        assertThat(screen.run("convert", "-o", "k8s", "--dry-run")).isZero();
        assertThat(screen.out().lines()).hasSize(8);
        assertThat(directory.resolve("k8s")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--size many",
                "--size 0",
                "--namespace Shop",
                "--zone a/b",
                "--storage-class a_b",
                "--domain -x",
                "--report xml",
                "--on local",
                "web"
            })
    void refusesWhatItDoesNotUnderstand(String typed) {
        assertThat(screen.run(("convert " + typed).split(" ", -1))).isEqualTo(Exit.USAGE);
        assertThat(screen.out()).isEmpty();
    }

    @Test
    void isTheGoEditionsValidateWithAManifest() throws IOException {
        screen.run("convert");
        String objects = screen.out();
        assertThat(screen.run("app", "validate", "--out-manifest", "-")).isZero();
        assertThat(screen.out()).isEqualTo(objects);
        assertThat(screen.run("app", "validate", "--out-manifest", "all.yaml")).isZero();
        assertThat(Files.readString(directory.resolve("all.yaml"))).endsWith(objects);
        assertThat(screen.run("app", "validate", "--out-manifest", "all.yaml")).isZero();
        assertThat(screen.run("app", "validate", "--out-manifest", "compose.yaml"))
                .isEqualTo(Exit.BLOCKED);
        assertThat(Files.readString(directory.resolve("compose.yaml"))).isEqualTo(Shop.COMPOSE);
        assertThat(screen.run("app", "validate", "--services")).isZero();
        assertThat(screen.out()).isEqualTo("db\nweb\n");
    }

    private String namespace() {
        screen.run("convert");
        return screen.out()
                .lines()
                .filter(line -> line.startsWith("  name: "))
                .findFirst()
                .orElseThrow()
                .substring(8);
    }

    private void compose(String text) throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), text);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(directory.resolve("k8s"))) {
            return all.map(each -> String.valueOf(each.getFileName())).sorted().toList();
        }
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("k8s").resolve(file)));
    }
}
