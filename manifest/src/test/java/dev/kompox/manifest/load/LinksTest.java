package dev.kompox.manifest.load;

import static dev.kompox.manifest.load.Project.app;
import static dev.kompox.manifest.load.Project.defaults;
import static dev.kompox.manifest.load.Project.document;
import static dev.kompox.manifest.load.Project.place;
import static dev.kompox.manifest.load.Project.workspace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kompox.compose.Problem;
import dev.kompox.manifest.id.AppId;
import dev.kompox.manifest.id.WorkspaceId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What documents say about each other. */
final class LinksTest {

    @TempDir Path directory;
    private Project project;

    @BeforeEach
    void prepare() {
        project = new Project(directory);
    }

    @Test
    void sortsByKindThenById() {
        project.directory(".kompox/kom")
                .file(".kompox/kom/a.yml", app(Project.CLUSTER + "/app/z"), app(Project.APP))
                .file(
                        ".kompox/kom/b.yml",
                        document("Box", Project.APP + "/box/b", ""),
                        workspace("x"))
                .file(".kompox/kom/c.yml", place());
        assertThat(project.ids())
                .containsExactly(
                        "/ws/w",
                        "/ws/x",
                        "/ws/w/prv/p",
                        "/ws/w/prv/p/cls/c",
                        "/ws/w/prv/p/cls/c/app/a",
                        "/ws/w/prv/p/cls/c/app/z",
                        "/ws/w/prv/p/cls/c/app/a/box/b");
    }

    @Test
    void refusesAnIdThatIsThereTwice() {
        project.file(".kompox/kom/a.yml", workspace("x"))
                .file(".kompox/kom/b.yml", workspace("y"), workspace("x"));
        assertThat(project.refusal())
                .isEqualTo(
                        """
                        error: the id /ws/x is there twice, first at .kompox/kom/a.yml:1:1
                          .kompox/kom/b.yml:7:1
                        Give one of them another id, or remove it.\
                        """);
    }

    @Test
    void refusesAResourceThatNothingHolds() {
        project.file(
                "kompoxapp.yml",
                workspace("shop"),
                document("Provider", "/ws/shpo/prv/p", "spec: {driver: docker}\n"));
        assertThat(project.refusal())
                .isEqualTo(
                        """
                        error: Provider /ws/shpo/prv/p needs the Workspace /ws/shpo, which no document describes; did you mean "/ws/shop"?
                          kompoxapp.yml:7:1
                        Add a document of kind Workspace with the id /ws/shpo, or correct the id of the Provider.\
                        """);
    }

    @Test
    void namesNoIdWhereNoneIsNear() {
        project.file("kompoxapp.yml", app(Project.APP));
        assertThat(project.refusal())
                .startsWith(
                        "error: App /ws/w/prv/p/cls/c/app/a needs the Cluster /ws/w/prv/p/cls/c, which no document describes\n");
    }

    @Test
    void refusesHostsBelowTheDomainOfTheCluster() {
        String[] place = place();
        place[2] =
                document(
                        "Cluster",
                        Project.CLUSTER,
                        "spec: {ingress: {domain: apps.example.org}}\n");
        String rules =
                """
                spec:
                  compose: "services: {}"
                  ingress:
                    rules: [{name: web, port: 80, hosts: [example.org, a.apps.example.org]}]
                """;
        project.file(
                "kompoxapp.yml", String.join("---\n", place), document("App", Project.APP, rules));
        assertThat(project.refusal())
                .isEqualTo(
                        """
                        error: host "a.apps.example.org" lies below the cluster's domain "apps.example.org", where Kompox gives the names
                          kompoxapp.yml:21:1
                        Remove the host: the app has a name below that domain without it.\
                        """);
    }

    @Test
    void refusesSecondDefaults() {
        project.file("kompoxapp.yml", defaults(""), defaults(""));
        assertThat(project.refusal())
                .isEqualTo(
                        """
                        error: there are two documents of kind Defaults, the first at kompoxapp.yml:1:1
                          kompoxapp.yml:5:1
                        Remove one of them.\
                        """);
    }

    @Test
    void ignoresDefaultsOfOtherFilesAndSaysSo() {
        project.file(".kompox/kom/a.yml", workspace("x"), defaults("appId: " + Project.APP));
        LoadedKom loaded = project.load();
        assertThat(loaded.defaults()).isNull();
        assertThat(loaded.warnings())
                .extracting(Problem::sentence)
                .containsExactly(
                        "Defaults count in kompoxapp.yml only and are ignored in .kompox/kom/a.yml");
    }

    @Test
    void reportsTheProblemsOfAllFilesAtOnce() {
        project.file(".kompox/kom/a.yml", "apiVersion: ops.kompox.dev/v1alpha1\nkind: X\n")
                .file(".kompox/kom/b.yml", "a: [\n")
                .file(".kompox/kom/c.yml", workspace("x"));
        assertThat(project.refusal())
                .contains(".kompox/kom/a.yml:2:7", ".kompox/kom/b.yml:2:1")
                .doesNotContain("c.yml");
    }

    @Test
    void findsResourcesByTheirIds() {
        project.file("kompoxapp.yml", String.join("---\n", place()), app(Project.APP));
        KomSet set = project.load().set();
        AppId id = new AppId("w", "p", "c", "a");
        assertThat(set.apps()).singleElement().satisfies(app -> assertThat(app.id()).isEqualTo(id));
        assertThat(set.find(id)).contains(set.apps().getFirst());
        assertThat(set.find(new WorkspaceId("x"))).isEmpty();
        assertThat(set.clusterOf(id).id()).isEqualTo(id.clusterId());
        assertThat(set.providerOf(id).driver()).isEqualTo("docker");
        AppId other = new AppId("w", "x", "c", "a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set.clusterOf(other))
                .withMessage("there is no cluster of " + other);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set.providerOf(other))
                .withMessage("there is no provider of " + other);
    }

    @Test
    void holdsOnlyWhatBelongsTogether() {
        project.file("kompoxapp.yml", String.join("---\n", place()), app(Project.APP));
        KomSet set = project.load().set();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KomSet(List.of(set.resources().get(1))))
                .withMessage("nothing holds /ws/w/prv/p");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new KomSet(List.of(set.resources().getFirst(), set.resources().getFirst())))
                .withMessage("two resources have the id /ws/w");
        assertThat(new KomSet(set.resources().reversed())).isEqualTo(set);
        assertThat(set.isEmpty()).isFalse();
    }
}
