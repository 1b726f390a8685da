package dev.kompox.manifest.load;

import static dev.kompox.manifest.load.Project.defaults;
import static dev.kompox.manifest.load.Project.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where documents are read from: the first level that says something, and kompoxapp.yml. */
final class LevelsTest {

    @TempDir Path directory;
    private Project project;

    @BeforeEach
    void prepare() {
        project = new Project(directory);
        for (String name : List.of("option", "variable", "defaults", "config")) {
            project.file(name + "/a.yml", workspace(name));
        }
        project.file(".kompox/kom/a.yml", workspace("kom"));
    }

    @Test
    void readsTheProjectsDirectoryWhenNothingIsSaid() {
        assertThat(project.ids()).containsExactly("/ws/kom");
    }

    @Test
    void prefersTheProjectsConfigurationWithPathsFromItsDirectory() {
        project.file(".kompox/config.yml", "version: 1\nkomPath: [../config]\n");
        assertThat(project.ids()).containsExactly("/ws/config");
    }

    @Test
    void readsTheProjectsDirectoryWhenTheConfigurationNamesNoPath() {
        project.file(
                ".kompox/config.yml",
                """
                version: 1
                store: {type: local}
                komPath: []
                logging: {dir: logs, format: human, level: info, retentionDays: 7}
                """);
        assertThat(project.ids()).containsExactly("/ws/kom");
        project.file(".kompox/config.yml", "");
        assertThat(project.ids()).containsExactly("/ws/kom");
    }

    @Test
    void prefersDefaultsWithPathsFromTheirDirectory() {
        project.file(".kompox/config.yml", "komPath: [../config]\n")
                .file("kompoxapp.yml", defaults("komPath: [defaults]"));
        assertThat(project.ids()).containsExactly("/ws/defaults");
    }

    @Test
    void prefersTheEnvironment() {
        project.file("kompoxapp.yml", defaults("komPath: [defaults]"))
                .variable("KOMPOX_KOM_PATH", "variable" + File.pathSeparator + "config/a.yml");
        assertThat(project.ids()).containsExactly("/ws/config", "/ws/variable");
    }

    @Test
    void passesOverAnEnvironmentThatSaysNothing() {
        project.variable("KOMPOX_KOM_PATH", File.pathSeparator);
        assertThat(project.ids()).containsExactly("/ws/kom");
        project.variable("KOMPOX_KOM_PATH", "");
        assertThat(project.ids()).containsExactly("/ws/kom");
    }

    @Test
    void prefersTheCommandLine() {
        project.variable("KOMPOX_KOM_PATH", "variable");
        assertThat(Project.ids(project.request().withKomPaths(List.of("option", "config"))))
                .containsExactly("/ws/config", "/ws/option");
    }

    @Test
    void alwaysReadsTheAppsOwnFile() {
        project.file("kompoxapp.yml", workspace("own"));
        assertThat(project.ids()).containsExactly("/ws/kom", "/ws/own");
        assertThat(Project.ids(project.request().withKomPaths(List.of("option"))))
                .containsExactly("/ws/option", "/ws/own");
    }

    @Test
    void startsPathsFromTheDirectoryOfTheAppsOwnFile() {
        project.file("apps/shop.yml", defaults("komPath: [../defaults]"));
        KomRequest request = project.request().withKomApp(Path.of("apps/shop.yml"));
        assertThat(Project.ids(request)).containsExactly("/ws/defaults");
        assertThat(Project.ids(request.withKomPaths(List.of("../option"))))
                .containsExactly("/ws/option");
        project.variable("KOMPOX_KOM_APP", "apps/shop.yml")
                .variable("KOMPOX_KOM_PATH", "../variable");
        assertThat(project.ids()).containsExactly("/ws/variable");
    }

    @Test
    void putsTheProjectsPlacesIntoPaths() {
        assertThat(
                        Project.ids(
                                project.request()
                                        .withKomPaths(
                                                List.of("$KOMPOX_ROOT/config", "$KOMPOX_DIR/kom"))))
                .containsExactly("/ws/config", "/ws/kom");
    }

    @Test
    void readsAFileOnceHoweverManyWaysLeadToIt() {
        project.file("kompoxapp.yml", workspace("own")).link("option/link.yml", "a.yml");
        assertThat(
                        Project.ids(
                                project.request()
                                        .withKomPaths(
                                                List.of(
                                                        "option",
                                                        "option/a.yml",
                                                        "kompoxapp.yml",
                                                        "option/../option"))))
                .containsExactly("/ws/option", "/ws/own");
    }

    @Test
    void readsYamlFilesOfAllDirectoriesInOrder() {
        project.file("tree/b/2.yaml", workspace("b"))
                .file("tree/a/1.yml", workspace("a"))
                .file("tree/c.yml", workspace("c"))
                .file("tree/readme.md", "not: [read")
                .file("tree/x.yml.bak", "not: [read");
        for (String name :
                List.of(
                        ".git",
                        ".github",
                        "node_modules",
                        "vendor",
                        ".direnv",
                        ".venv",
                        "dist",
                        "build")) {
            project.file("tree/a/" + name + "/x.yml", "not: [read");
        }
        assertThat(Project.ids(project.request().withKomPaths(List.of("tree"))))
                .containsExactly("/ws/a", "/ws/b", "/ws/c");
    }

    @Test
    void doesNotMindTheNamesOfDirectoriesAbove() {
        project.file("build/vendor/.kompox/kom/a.yml", workspace("inner"));
        assertThat(Project.ids(project.request("build/vendor"))).containsExactly("/ws/inner");
        assertThat(Project.ids(project.request().withKomPaths(List.of("build/vendor/.kompox"))))
                .containsExactly("/ws/inner");
    }

    @Test
    void refusesPathsThatAreNotThere() {
        assertThat(project.refusal(project.request().withKomPaths(List.of("no/*.yml"))))
                .isEqualTo(
                        """
                        error: --kom-path: "no/*.yml" is not there; patterns are not expanded
                        Correct --kom-path.\
                        """);
        project.file(".kompox/config.yml", "komPath:\n  - none\n");
        assertThat(project.refusal())
                .isEqualTo(
                        """
                        error: komPath of config.yml: "none" is not there; patterns are not expanded
                          .kompox/config.yml:2:5
                        Edit line 2 of .kompox/config.yml.\
                        """);
    }

    @Test
    void refusesWhatIsNoPath() {
        project.file("a.txt", "");
        assertThat(refusal("https://example.org/a.yml"))
                .contains("\"https://example.org/a.yml\" is an address; only files can be read");
        assertThat(refusal(" ")).contains("\" \" is empty");
        assertThat(refusal("a.txt")).contains("is neither a directory nor a .yml or .yaml file");
        assertThat(refusal("a\0b")).contains("is not a path");
    }

    private String refusal(String path) {
        return project.refusal(project.request().withKomPaths(List.of(path)));
    }

    @Test
    void refusesAnUnknownKeyOfTheConfiguration() {
        project.file(
                ".kompox/config.yml",
                """
                version: 2
                kompath: [x]
                store: {kind: x}
                logging: {retentionDays: long, levl: x, dir: [a], format: [a], level: [a]}
                """);
        assertThat(project.refusal())
                .contains(
                        "version is not known",
                        "kompath: unknown key \"kompath\"",
                        "did you mean \"komPath\"?",
                        "store.kind: unknown key",
                        "logging.levl: unknown key",
                        "logging.dir: must be a text",
                        "logging.format: must be a text",
                        "logging.level: must be a text",
                        "logging.retentionDays: must be a whole number");
        project.file(".kompox/config.yml", "a: [\n");
        assertThat(project.refusal()).contains("not valid YAML", ".kompox/config.yml:");
    }
}
