package dev.kompox.manifest.load;

import static dev.kompox.manifest.load.Project.workspace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a project's root, its directory and the app's own file are found. */
final class PlacesTest {

    @TempDir Path directory;
    private Project project;

    @BeforeEach
    void prepare() {
        project = new Project(directory);
    }

    @Test
    void looksForTheRootFromTheDirectoryUpwards() {
        project.directory(".kompox").directory("a/b").file("a/.kompox", "a file");
        KomPlaces places = KomLoader.load(project.request("a/b")).places();
        assertThat(places)
                .isEqualTo(
                        new KomPlaces(
                                project.path("a/b"),
                                directory,
                                project.path(".kompox"),
                                project.path("a/b/kompoxapp.yml"),
                                false));
    }

    @Test
    void takesTheNearestRoot() {
        project.directory(".kompox").directory("a/.kompox").directory("a/b");
        assertThat(KomLoader.load(project.request("a/b")).places().root())
                .isEqualTo(project.path("a"));
    }

    @Test
    void prefersTheRootThatIsSaid() {
        project.directory(".kompox").directory("x/.kompox").directory("y/.kompox");
        project.variable("KOMPOX_ROOT", "x");
        assertThat(project.load().places().root()).isEqualTo(project.path("x"));
        assertThat(project.load().places().kompoxDirectory()).isEqualTo(project.path("x/.kompox"));
        KomRequest request = project.request().withRoot(Path.of("y"));
        assertThat(KomLoader.load(request).places().root()).isEqualTo(project.path("y"));
    }

    @Test
    void prefersTheDirectoryThatIsSaid() {
        project.directory(".kompox").directory("x").directory("y");
        project.variable("KOMPOX_DIR", project.path("x").toString());
        assertThat(project.load().places().kompoxDirectory()).isEqualTo(project.path("x"));
        KomRequest request = project.request().withKompoxDirectory(Path.of("y/../y"));
        assertThat(KomLoader.load(request).places().kompoxDirectory()).isEqualTo(project.path("y"));
        assertThat(KomLoader.load(request).places().root()).isEqualTo(directory);
    }

    @Test
    void acceptsARootWithoutADirectoryOfKompox() {
        project.directory("x");
        KomPlaces places = KomLoader.load(project.request().withRoot(Path.of("x"))).places();
        assertThat(places.root()).isEqualTo(project.path("x"));
        assertThat(places.kompoxDirectory()).isNull();
    }

    @Test
    void refusesPlacesThatAreNotThere() {
        assertThat(project.refusal(project.request().withRoot(Path.of("x"))))
                .isEqualTo(
                        """
                        error: --kompox-root names x, which is not a directory
                        Create it with: kompox init, or leave the choice out.\
                        """);
        assertThat(project.refusal(project.request().withKompoxDirectory(Path.of("x"))))
                .startsWith("error: --kompox-dir names x");
        project.variable("KOMPOX_ROOT", "x");
        assertThat(project.refusal()).startsWith("error: KOMPOX_ROOT names x");
        project.variable("KOMPOX_ROOT", "").variable("KOMPOX_DIR", "x");
        assertThat(project.refusal()).startsWith("error: KOMPOX_DIR names x");
    }

    @Test
    void refusesAnAppFileThatIsSaidAndNotThere() {
        assertThat(project.refusal(project.request().withKomApp(Path.of("x.yml"))))
                .isEqualTo(
                        """
                        error: --kom-app names x.yml, which is not there
                        Name an App document, or leave the choice out.\
                        """);
        project.variable("KOMPOX_KOM_APP", "y.yml");
        assertThat(project.refusal()).startsWith("error: KOMPOX_KOM_APP names y.yml");
    }

    @Test
    void prefersTheAppFileThatIsSaid() {
        project.file("kompoxapp.yml", workspace("own"))
                .file("x.yml", workspace("x"))
                .file("y.yml", workspace("y"))
                .variable("KOMPOX_KOM_APP", "x.yml");
        assertThat(project.ids()).containsExactly("/ws/x");
        assertThat(Project.ids(project.request().withKomApp(Path.of("y.yml"))))
                .containsExactly("/ws/y");
    }

    @Test
    void refusesTheOtherSpellingOfTheAppFile() {
        project.file("kompoxapp.yaml", workspace("x"));
        assertThat(project.refusal())
                .isEqualTo(
                        """
                        error: kompoxapp.yaml is not read: the file is called kompoxapp.yml
                        mv kompoxapp.yaml kompoxapp.yml\
                        """);
        project.file("kompoxapp.yml", workspace("y"));
        assertThat(project.ids()).containsExactly("/ws/y");
    }

    @Test
    void refusesPathsThatNeedAProjectWhereThereIsNone() {
        KomRequest request = project.request();
        for (String path : List.of("$KOMPOX_ROOT/x", "$KOMPOX_DIR/x")) {
            assertThat(project.refusal(request.withKomPaths(List.of(path))))
                    .contains("\"" + path + "\" needs a directory .kompox, and there is none");
        }
    }

    @Test
    void wantsAnAbsoluteDirectory() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KomRequest.of(Path.of("x"), Map.of()))
                .withMessage("x is not absolute");
    }
}
