package dev.kompox.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.compose.model.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files are read, from where, with which environment, under which name. */
class SurroundingsTest {

    @TempDir Path directory;
    private Fixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new Fixture(directory);
    }

    private static String services(String image) {
        return "services: {a: {image: \"" + image + "\"}}\n";
    }

    @ParameterizedTest
    @CsvSource({
        "compose.yaml, compose.yml",
        "compose.yml, docker-compose.yml",
        "docker-compose.yml, docker-compose.yaml",
    })
    void prefersOneNameAndSaysSo(String first, String second) {
        fixture.file(first, services("first")).file(second, services("second"));

        LoadedProject loaded = fixture.load();
        assertThat(loaded.project().files()).containsExactly(directory.resolve(first));
        assertThat(loaded.warnings())
                .extracting(Problem::sentence)
                .anyMatch(s -> s.contains("Found multiple config files"));
    }

    @ParameterizedTest
    @CsvSource({
        "compose.override.yml",
        "compose.override.yaml",
        "docker-compose.override.yml",
        "docker-compose.override.yaml",
    })
    void mergesTheOverrideFile(String override) {
        fixture.file("compose.yaml", services("one")).file(override, services("two"));

        assertThat(fixture.service("a").image()).isEqualTo("two");
        assertThat(fixture.project().files()).hasSize(2);
    }

    @Test
    void doesNotMergeTheOverrideFileOfNamedFiles() {
        fixture.file("compose.yaml", services("one"))
                .file("compose.override.yaml", services("two"));

        Project project =
                ComposeLoader.load(fixture.request().withFiles(List.of(Path.of("compose.yaml"))))
                        .project();
        assertThat(project.files()).containsExactly(directory.resolve("compose.yaml"));
    }

    @Test
    void looksInTheDirectoriesAbove() {
        fixture.file("compose.yaml", services("x")).file("a/b/keep", "");
        Project project =
                ComposeLoader.load(LoadRequest.of(directory.resolve("a/b"), Map.of())).project();

        assertThat(project.workingDirectory()).isEqualTo(directory);
    }

    @Test
    void readsTheFilesOfComposeFile() {
        fixture.file("one.yaml", services("one")).file("sub/two.yaml", services("two"));
        fixture.env("COMPOSE_FILE", "one.yaml:sub/two.yaml");
        assertThat(fixture.service("a").image()).isEqualTo("two");

        fixture.env("COMPOSE_PATH_SEPARATOR", "||").env("COMPOSE_FILE", "sub/two.yaml||one.yaml");
        assertThat(fixture.service("a").image()).isEqualTo("one");
        assertThat(fixture.project().workingDirectory()).isEqualTo(directory.resolve("sub"));
    }

    @Test
    void findsComposeFileInDotenvToo() {
        fixture.file("one.yaml", services("one")).file(".env", "COMPOSE_FILE=one.yaml\n");

        assertThat(fixture.service("a").image()).isEqualTo("one");
    }

    @Test
    void prefersTheProcessEnvironmentToDotenv() {
        fixture.file("compose.yaml", services("$A-$B")).file(".env", "A=file\nB=file\n");

        assertThat(fixture.env("A", "process").service("a").image()).isEqualTo("process-file");
    }

    @Test
    void readsAChainOfEnvironmentFilesInsteadOfDotenv() {
        fixture.file("compose.yaml", services("$A-$B-${C:-none}"))
                .file(".env", "C=usual\n")
                .file("1.env", "A=1\nB=1\n")
                .file("2.env", "B=2$A\n");
        LoadRequest request =
                fixture.request().withEnvFiles(List.of(Path.of("1.env"), Path.of("2.env")));

        Project project = ComposeLoader.load(request).project();
        assertThat(project.services().values()).extracting("image").containsExactly("1-21-none");
        assertThat(project.envFiles())
                .containsExactly(directory.resolve("1.env"), directory.resolve("2.env"));
        assertThat(fixture.env("COMPOSE_ENV_FILES", "1.env,2.env").service("a").image())
                .isEqualTo("1-21-none");
    }

    @Test
    void refusesAnEnvironmentFileThatIsNotThere() {
        fixture.file("compose.yaml", services("x"));
        LoadRequest request = fixture.request().withEnvFiles(List.of(Path.of("no.env")));

        assertThat(Fixture.refusal(request)).hasMessageContaining("couldn't find env file");
    }

    @Test
    void leavesDotenvAloneWhenTold() {
        fixture.file("compose.yaml", services("${A:-none}")).file(".env", "A=file\n");

        assertThat(fixture.env("COMPOSE_DISABLE_ENV_FILE", "1").service("a").image())
                .isEqualTo("none");
    }

    @Test
    void startsPathsAtTheProjectDirectory() {
        fixture.file("compose.yaml", "services: {a: {image: \"$X\", volumes: [./d:/d]}}\n")
                .file("other/.env", "X=other\n");
        LoadRequest request = fixture.request().withProjectDirectory(Path.of("other"));

        Project project =
                ComposeLoader.load(request.withFiles(List.of(Path.of("compose.yaml")))).project();
        assertThat(project.workingDirectory()).isEqualTo(directory.resolve("other"));
        assertThat(project.name()).isEqualTo("other");
        assertThat(project.services().toString()).contains("image=other");
        assertThat(project.tree().toString()).contains(directory + "/other/d");
    }

    @Test
    void warnsOnceOfAVariableThatIsNotSet() {
        fixture.file("compose.yaml", services("x$NO$NO").replace("}}", ", user: $NO}}"));

        assertThat(fixture.load().warnings())
                .extracting(Problem::sentence)
                .containsExactly("The \"NO\" variable is not set. Defaulting to a blank string.");
    }

    @Test
    void takesProfilesFromTheRequestBeforeTheEnvironment() {
        fixture.file(
                        "compose.yaml",
                        "services: {a: {image: x, profiles: [p]}, b: {image: x, profiles: [q]}}\n")
                .env("COMPOSE_PROFILES", "p, q");
        assertThat(fixture.project().services().keySet()).containsExactly("a", "b");

        Project project =
                ComposeLoader.load(fixture.request().withProfiles(List.of("q"))).project();
        assertThat(project.services().keySet()).containsExactly("b");
        assertThat(project.disabledServices().keySet()).containsExactly("a");
        assertThat(
                        ComposeLoader.load(fixture.request().withProfiles(List.of("*")))
                                .project()
                                .services())
                .hasSize(2);
    }

    @Test
    void namesTheProjectInTheRightOrder() {
        fixture.file("My Shop_1/compose.yaml", services("x"));
        Fixture shop = new Fixture(directory.resolve("My Shop_1"));
        assertThat(shop.project().name()).isEqualTo("myshop_1");

        shop.file("compose.yaml", "name: from-${F:-file}\n" + services("x"));
        assertThat(shop.project().name()).isEqualTo("from-file");
        assertThat(shop.env("COMPOSE_PROJECT_NAME", "env").project().name()).isEqualTo("env");
        LoadRequest asked = shop.request().withProjectName("asked");
        assertThat(ComposeLoader.load(asked).project().name()).isEqualTo("asked");
    }

    @Test
    void refusesANameThatDockerWouldRefuse() {
        fixture.file("compose.yaml", services("x"));

        assertThat(Fixture.refusal(fixture.request().withProjectName("Shop")))
                .hasMessageContaining("invalid project name \"Shop\"");
        fixture.file("compose.yaml", "name: \"--\"\n" + services("x"));
        assertThat(fixture.refusal()).hasMessageContaining("project name must not be empty");
    }

    @Test
    void warnsOfFilesOutsideTheProject() {
        fixture.file("b.yaml", services("b")).file("c.yaml", services("c"));
        Fixture inner = new Fixture(directory.resolve("inner"));
        inner.file(
                "compose.yaml",
                """
                name: t
                include: [../b.yaml, d.yaml]
                services:
                  a: {extends: {file: ../c.yaml, service: a}}
                """);
        inner.file("d.yaml", services("d"));

        assertThat(inner.load().warnings())
                .extracting(Problem::sentence)
                .containsExactly(
                        "include reads "
                                + directory.resolve("b.yaml")
                                + ", which lies outside the project directory",
                        "extends reads "
                                + directory.resolve("c.yaml")
                                + ", which lies outside the project directory");
    }

    @Test
    void keepsTheServicesAskedForAndWhatTheyDependOn() {
        fixture.file(
                "compose.yaml",
                """
                name: t
                services:
                  a: {image: x, depends_on: [b]}
                  b: {image: x}
                  c: {image: x, profiles: [p]}
                """);
        LoadRequest request = fixture.request();

        assertThat(services(request, "a")).containsExactly("a", "b");
        assertThat(services(request, "b")).containsExactly("b");
        assertThat(services(request, "c")).containsExactly("c");
        assertThat(Fixture.refusal(request.withServices(List.of("aa"))))
                .hasMessageContaining("there is no service \"aa\"")
                .hasMessageContaining("Did you mean \"a\"?");
    }

    private static Set<String> services(LoadRequest request, String name) {
        return ComposeLoader.load(request.withServices(List.of(name)))
                .project()
                .services()
                .keySet();
    }
}
