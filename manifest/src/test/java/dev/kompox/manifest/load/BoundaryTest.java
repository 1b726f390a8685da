package dev.kompox.manifest.load;

import static dev.kompox.manifest.load.Project.defaults;
import static dev.kompox.manifest.load.Project.document;
import static dev.kompox.manifest.load.Project.place;
import static dev.kompox.manifest.load.Project.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.compose.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No path of a project leads out of it, whatever is linked to whatever. */
final class BoundaryTest {

    @TempDir Path outer;
    private Project project;
    private Project outside;

    @BeforeEach
    void prepare() {
        project = new Project(outer.resolve("project")).directory(".kompox");
        outside = new Project(outer.resolve("outside")).file("a.yml", workspace("outside"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../outside", "../outside/a.yml", "x/../../outside", "link", "link/a.yml"})
    void refusesDefaultsThatLeaveTheProject(String path) {
        project.directory("x")
                .link("link", "../outside")
                .file("kompoxapp.yml", defaults("komPath: [\"" + path + "\"]"));
        assertThat(project.refusal())
                .startsWith("error: Defaults.spec.komPath: \"" + path + "\" leads to ")
                .contains("which is outside of " + project.path(""), "kompoxapp.yml:3:18")
                .endsWith("Edit line 3 of kompoxapp.yml.");
    }

    @Test
    void refusesAnAbsolutePathOfDefaultsOutside() {
        project.file("kompoxapp.yml", defaults("komPath: [" + outside.path("a.yml") + "]"));
        assertThat(project.refusal()).contains("which is outside of");
    }

    @Test
    void acceptsDefaultsWithinTheProjectAboveTheApp() {
        project.file("shared/a.yml", workspace("shared"))
                .file("apps/shop/kompoxapp.yml", defaults("komPath: [../../shared]"));
        assertThat(Project.ids(project.request("apps/shop"))).containsExactly("/ws/shared");
    }

    @Test
    void acceptsDefaultsWithinTheDirectoryOfKompoxElsewhere() {
        outside.directory("dot");
        project.file("kompoxapp.yml", defaults("komPath: [../outside/dot]"));
        outside.file("dot/a.yml", workspace("dot"));
        KomRequest request = project.request().withKompoxDirectory(outside.path("dot"));
        assertThat(Project.ids(request)).containsExactly("/ws/dot");
    }

    @Test
    void boundsAnAppWithoutAProjectByItsOwnDirectory() {
        Project alone = new Project(outer.resolve("alone"));
        alone.file("kom/a.yml", workspace("inside"))
                .file("kompoxapp.yml", defaults("komPath: [kom]"));
        assertThat(alone.ids()).containsExactly("/ws/inside");
        alone.file("kompoxapp.yml", defaults("komPath: [../outside]"));
        assertThat(alone.refusal()).contains("which is outside of " + alone.path(""));
    }

    @Test
    void isNotMisledByALinkToTheProjectItself() {
        project.file("kom/a.yml", workspace("inside"))
                .file("kompoxapp.yml", defaults("komPath: [kom]"));
        outside.link("way", project.path("").toString());
        Project linked = new Project(outside.path("way"));
        assertThat(linked.ids()).containsExactly("/ws/inside");
    }

    @Test
    void isNotMisledByNamesThatBeginWithTwoDots() {
        project.file("..data/a.yml", workspace("inside"))
                .file("kompoxapp.yml", defaults("komPath: [..data]"));
        assertThat(project.ids()).containsExactly("/ws/inside");
    }

    @Test
    void isNotMisledByADirectoryWhoseNameBeginsAlike() {
        new Project(outer.resolve("project-two")).file("a.yml", workspace("two"));
        project.file("kompoxapp.yml", defaults("komPath: [../project-two]"));
        assertThat(project.refusal()).contains("which is outside of");
    }

    @Test
    void refusesLinksToFilesOutsideWithinADirectory() {
        project.link(".kompox/kom/a.yml", outside.path("a.yml").toString());
        assertThat(project.refusal())
                .isEqualTo(
                        """
                        error: .kompox/kom/a.yml leads to %s, which is outside of %s
                        Put a copy in place of the link, or name the file with KOMPOX_KOM_PATH.\
                        """
                                .formatted(outside.path("a.yml"), outer.resolve("project")));
    }

    @Test
    void refusesLinksOutOfADirectoryThatWasNamed() {
        outside.file("secret.yml", workspace("secret"));
        Project other = new Project(outer.resolve("other")).link("a.yml", "../outside/secret.yml");
        KomRequest request = project.request().withKomPaths(List.of(other.path("").toString()));
        assertThat(project.refusal(request)).contains("which is outside of");
        assertThat(Project.ids(request.withKomPaths(List.of(other.path("a.yml").toString()))))
                .containsExactly("/ws/secret");
    }

    @Test
    void followsLinksToFilesWithin() {
        project.file("shared/a.yml", workspace("inside"))
                .link(".kompox/kom/b.yml", "../../shared/a.yml");
        assertThat(project.ids()).containsExactly("/ws/inside");
    }

    @Test
    void doesNotFollowLinksToDirectories() {
        project.file(".kompox/kom/a.yml", workspace("inside"))
                .link(".kompox/kom/loop", ".")
                .link(".kompox/kom/out.yml", outside.path("").toString())
                .link(".kompox/kom/node_modules", outside.path("").toString())
                .link(".kompox/kom/readme.md", "nowhere");
        LoadedKom loaded = project.load();
        assertThat(loaded.set().resources()).hasSize(1);
        assertThat(loaded.warnings())
                .extracting(Problem::sentence)
                .containsExactly(
                        ".kompox/kom/loop is a link to a directory and is not followed",
                        ".kompox/kom/out.yml is a link to a directory and is not followed");
    }

    @Test
    void refusesALinkThatLeadsNowhere() {
        project.link(".kompox/kom/a.yml", "nowhere");
        assertThat(project.refusal())
                .isEqualTo(
                        """
                        error: .kompox/kom/a.yml is a link to a file that is not there
                        Remove the link, or put the file there.\
                        """);
    }

    @Test
    void refusesADirectoryOfDocumentsThatIsALinkOutOfTheProject() {
        project.link(".kompox/kom", outside.path("").toString());
        assertThat(project.refusal()).startsWith("error: the directory kom: \"kom\" leads to ");
        project.file(".kompox/config.yml", "komPath: [../../outside]\n");
        assertThat(project.ids()).containsExactly("/ws/outside");
    }

    @Test
    void refusesAnAppFileThatIsALinkOutOfTheProject() {
        project.link("kompoxapp.yml", outside.path("a.yml").toString());
        assertThat(project.refusal())
                .contains("kompoxapp.yml leads to " + outside.path("a.yml"))
                .endsWith("--kom-app " + outside.path("a.yml"));
        assertThat(Project.ids(project.request().withKomApp(Path.of("kompoxapp.yml"))))
                .containsExactly("/ws/outside");
    }

    @Test
    void acceptsAnAppFileThatIsALinkWithinTheProject() {
        project.file("shared/a.yml", workspace("shared"))
                .link("apps/kompoxapp.yml", "../shared/a.yml");
        assertThat(Project.ids(project.request("apps"))).containsExactly("/ws/shared");
    }

    @Test
    void refusesAnAppFileThatLeadsNowhere() {
        project.link("kompoxapp.yml", "nowhere");
        assertThat(project.refusal())
                .contains("kompoxapp.yml cannot be read: it is a link to a file that is not there");
    }

    @Test
    void findsTheComposeFileOfTheApp() {
        project.file("deploy/compose.yaml", "services: {}\n")
                .file("kompoxapp.yml", app("deploy/compose.yaml"));
        LoadedKom loaded = project.load();
        assertThat(loaded.composeFiles().sequencedValues())
                .containsExactly(project.path("deploy/compose.yaml"));
        assertThat(loaded.composeFiles().sequencedKeySet())
                .extracting(Objects::toString)
                .containsExactly(Project.APP);
    }

    @Test
    void refusesAComposeFileThatIsALinkOutOfTheAppsDirectory() {
        project.link("compose.yaml", outside.path("a.yml").toString())
                .file("kompoxapp.yml", app("compose.yaml"));
        assertThat(project.refusal())
                .startsWith("error: App.spec.compose: compose.yaml leads to ")
                .contains("which is outside of " + project.path(""), "kompoxapp.yml:26:");
    }

    @Test
    void refusesAComposeFileThatIsNotThereOrNoFile() {
        project.file("kompoxapp.yml", app("compose.yaml"));
        assertThat(project.refusal())
                .startsWith("error: App.spec.compose: there is no file compose.yaml");
        project.directory("compose.yaml");
        assertThat(project.refusal())
                .startsWith("error: App.spec.compose: compose.yaml is not a regular file");
    }

    @Test
    void refusesAComposeFileNamedByDocumentsFromElsewhere() {
        project.file("compose.yaml", "services: {}\n")
                .file(".kompox/kom/compose.yaml", "apiVersion: v1\nkind: X\n")
                .file(".kompox/kom/app.yml", app("compose.yaml"));
        assertThat(project.refusal())
                .isEqualTo(
                        """
                        error: App.spec.compose: only an App in kompoxapp.yml may name a Compose file
                          .kompox/kom/app.yml:26:17
                        Write the Compose file into the document in place of "file:".\
                        """);
    }

    private static String[] app(String compose) {
        String spec = "spec: {compose: \"file:" + compose + "\"}\n";
        return new String[] {String.join("---\n", place()), document("App", Project.APP, spec)};
    }
}
