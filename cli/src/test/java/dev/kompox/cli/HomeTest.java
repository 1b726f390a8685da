package dev.kompox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.cli.command.Exit;
import dev.kompox.cli.fake.FakePlace;
import dev.kompox.cli.fake.Screen;
import dev.kompox.driver.place.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that look at the app, or work inside it, go where it lives. */
class HomeTest {

    private static final Instant SINCE = Instant.parse("2026-11-24T01:41:00Z");
    private static final Location PROD = Location.of("kube", "prod");
    private static final String THERE = "shop lives on kube/prod since 2026-11-24 10:41+09\n";

    private final FakePlace here = new FakePlace();
    private final FakePlace prod = new FakePlace(PROD);

    @TempDir Path directory;

    @Test
    void listsWhatRunsThere() throws IOException {
        Screen screen = away();
        assertThat(screen.run("ps", "-q")).isZero();
        assertThat(screen.out()).isEqualTo("db\n");
        assertThat(screen.err()).isEqualTo(THERE);
        screen.run("ps", "-o", "json");
        assertThat(screen.out()).contains("\"place\": \"kube/prod\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"logs db", "exec db true", "cp db:/a .", "tunnel db :1 -- true"})
    void worksThere(String command) throws IOException {
        var _ = prod.withTunnels();
        Screen screen = away();
        assertThat(screen.run(command.split(" ", -1))).isZero();
        assertThat(screen.err()).startsWith(THERE);
        assertThat(prod.opened()).hasSize(1);
    }

    @Test
    void saysNothingWhereItIsHome() throws IOException {
        here.lives(FakePlace.HERE, 3, SINCE);
        Screen screen = Shop.running(directory, here);
        assertThat(screen.run("ps", "-q")).isZero();
        assertThat(screen.out()).isEqualTo("db\nweb\n");
        assertThat(screen.err()).isEmpty();
    }

    @Test
    void staysWhereItIsTold() throws IOException {
        Screen screen = away();
        assertThat(screen.run("--on", "local", "ps", "-q")).isZero();
        assertThat(screen.out() + screen.err()).isEmpty();
        assertThat(screen.run("--context", "default", "exec", "db", "true")).isZero();
        assertThat(prod.opened()).isEmpty();
    }

    @Test
    void goesOnToWhereItHasMovedSince() throws IOException {
        prod.lives(FakePlace.HERE, 1, SINCE); // older than what sends us there
        assertThat(away().run("ps", "-q")).isZero();
        assertThat(prod.opened()).hasSize(1);

        FakePlace lab = new FakePlace(Location.of("lab", "a"));
        lab.runtime().running("web");
        prod.lives(Location.of("lab", "a"), 3, SINCE);
        Screen screen = Shop.fresh(directory, here.beside(lab));
        assertThat(screen.run("ps", "-q")).isZero();
        assertThat(screen.out()).isEqualTo("web\n");
        assertThat(screen.err()).startsWith("shop lives on lab/a since ");
    }

    @Test
    void opensADocumentsClusterAsTheDocumentSays() throws IOException {
        Kubeconfigs.write(directory.resolve("admin.conf"), "prod");
        Documents.write(directory, "KUBECONFIG: admin.conf, STORAGE_CLASS: fast");
        assertThat(away().run("ps", "-q")).isZero();
        assertThat(prod.opened().getFirst().options())
                .containsEntry("kubeconfig", directory.resolve("admin.conf").toString())
                .containsEntry("storageClass", "fast");
    }

    @Test
    void saysWhereItLivesIfThatCannotBeReached() throws IOException {
        prod.unreachable("there is no kubeconfig at ~/.kube/config", "export KUBECONFIG=FILE");
        Screen screen = away();
        assertThat(screen.run("exec", "db", "true")).isEqualTo(Exit.FAILED);
        assertThat(screen.err())
                .isEqualTo(
                        """
                        error: shop lives on kube/prod, which cannot be reached from here: there is no kubeconfig at ~/.kube/config
                        export KUBECONFIG=FILE
                        If that place has another name here: kompox --on kube:CONTEXT COMMAND
                        """);
    }

    @Test
    void saysWhereItLivesIfThatDoesNotAnswer() throws IOException {
        prod.silent("the API server does not answer", "kubectl cluster-info");
        Screen screen = away();
        assertThat(screen.run("ps")).isEqualTo(Exit.FAILED);
        assertThat(screen.err())
                .startsWith("error: shop lives on kube/prod, which cannot be reached from here: ")
                .contains("does not answer\nkubectl cluster-info\n");
    }

    @Test
    void namesTheKubeconfigOfADocumentThatIsNotThere() throws IOException {
        Documents.write(directory, "KUBECONFIG: admin.conf");
        prod.unreachable("there is no context prod", "kubectl config get-contexts");
        Screen screen = away();
        assertThat(screen.run("ps")).isEqualTo(Exit.FAILED);
        assertThat(screen.err())
                .contains("there is no kubeconfig at " + directory.resolve("admin.conf"))
                .contains("; there is no context prod\n");
    }

    @Test
    void saysWhereItLivesWhereThereIsNothingToStop() throws IOException {
        Screen screen = away();
        assertThat(screen.run("stop")).isZero();
        assertThat(screen.err()).contains("Nothing to do here: it lives on kube/prod.");
        assertThat(screen.run("down")).isZero();
        assertThat(screen.err()).contains("shop is down here; it lives on kube/prod.");
    }

    @Test
    void changesNothingOnTheOldSide() throws IOException {
        Screen screen = away();
        assertThat(screen.run("up", "--yes")).isEqualTo(Exit.BLOCKED);
        assertThat(screen.run("status")).isZero();
        assertThat(screen.out()).contains("on docker/local").contains("Lives on kube/prod since");
    }

    private Screen away() throws IOException {
        prod.runtime().running("db");
        return Shop.fresh(directory, here.lives(PROD, 2, SINCE).beside(prod));
    }
}
