package dev.kompox.manifest.load;

import static dev.kompox.manifest.load.Project.app;
import static dev.kompox.manifest.load.Project.defaults;
import static dev.kompox.manifest.load.Project.document;
import static dev.kompox.manifest.load.Project.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kompox.compose.ComposeException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which app a command is about. */
final class AppChoiceTest {

    private static final String OTHER = "/ws/w/prv/p/cls/c/app/other";
    private static final String TWIN = "/ws/w/prv/p/cls/d/app/other";

    @TempDir Path directory;
    private Project project;

    @BeforeEach
    void prepare() {
        project = new Project(directory);
        project.file(
                ".kompox/kom/a.yml",
                String.join("---\n", place()),
                document("Cluster", "/ws/w/prv/p/cls/d", ""),
                app(OTHER),
                app(TWIN));
    }

    @Test
    void takesTheOnlyAppOfTheAppsOwnFile() {
        project.file("kompoxapp.yml", app(Project.APP));
        assertThat(chosen(null)).isEqualTo(Project.APP);
    }

    @Test
    void prefersTheAppOfDefaults() {
        project.file("kompoxapp.yml", app(Project.APP), defaults("appId: " + OTHER));
        assertThat(chosen(null)).isEqualTo(OTHER);
    }

    @Test
    void prefersTheAppThatIsNamed() {
        project.file("kompoxapp.yml", app(Project.APP), defaults("appId: " + OTHER));
        assertThat(chosen("a")).isEqualTo(Project.APP);
        assertThat(chosen(TWIN)).isEqualTo(TWIN);
    }

    @Test
    void refusesANameThatSeveralHave() {
        assertThat(refusal("other"))
                .isEqualTo(
                        "error: there are several: app \"other\" could be "
                                + (OTHER + ", " + TWIN)
                                + "\nSet Defaults.spec.appId in kompoxapp.yml to one of "
                                + (OTHER + ", " + TWIN));
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(refusal("othr"))
                .isEqualTo(
                        "error: there is no app \"othr\"; did you mean \"other\"?"
                                + "\nSet Defaults.spec.appId in kompoxapp.yml to one of "
                                + (OTHER + ", " + TWIN));
        assertThat(refusal("/ws/w/prv/p/cls/c/app/othr")).contains("did you mean \"" + OTHER);
        assertThat(refusal("shop")).startsWith("error: there is no app \"shop\"\n");
        project.file("kompoxapp.yml", defaults("appId: " + Project.APP));
        assertThat(refusal(null))
                .startsWith("error: there is no app " + Project.APP + " of Defaults");
    }

    @Test
    void neverTakesAnAppThatNobodyMeant() {
        assertThat(refusal(null)).startsWith("error: there is no app of kompoxapp.yml\n");
        project.file("kompoxapp.yml", app(Project.APP), app(Project.CLUSTER + "/app/b"));
        assertThat(refusal(null))
                .startsWith(
                        "error: there are several: app of kompoxapp.yml could be " + Project.APP);
    }

    @Test
    void saysHowToBeginWhereThereIsNoApp() {
        project.file(".kompox/kom/a.yml", place());
        assertThat(refusal(null))
                .isEqualTo("error: there is no app of kompoxapp.yml\nWrite one with: kompox init");
    }

    private String chosen(@Nullable String named) {
        return AppChoice.choose(project.load(), named).id().toString();
    }

    private String refusal(@Nullable String named) {
        String[] told = {""};
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> AppChoice.choose(project.load(), named))
                .satisfies(e -> told[0] = String.valueOf(e.getMessage()));
        return told[0];
    }
}
