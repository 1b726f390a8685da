package dev.kompox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.cli.fake.FakePlace;
import dev.kompox.cli.fake.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shell is offered. */
class CompletionTest {

    @TempDir Path directory;

    private Screen screen;

    @BeforeEach
    void open() throws IOException {
        screen = Shop.running(directory, new FakePlace());
    }

    @Test
    void offersCommandsAndTheirSecondWords() {
        assertThat(offered("sn")).containsExactly("snapshot");
        assertThat(offered("disk", "cr")).containsExactly("create");
        assertThat(offered("disk", "")).hasSize(7);
    }

    @Test
    void offersOptions() {
        assertThat(offered("up", "--re")).containsExactly("--remove-orphans");
        assertThat(offered("--proj")).containsExactly("--project-name", "--project-directory");
    }

    @Test
    void offersTheAppsOwnNames() {
        assertThat(offered("logs", "")).containsExactly("db", "web");
        assertThat(offered("restore", "m")).containsExactly("monday");
        assertThat(offered("disk", "assign", "")).containsExactly("db/main");
        assertThat(offered("snapshot", "create", "--volume", "")).containsExactly("db");
    }

    @Test
    void offersServicesAndPlaces() throws IOException {
        Path config = Kubeconfigs.write(directory.resolve("config"), "test", "x");
        Documents.write(directory, "KUBE_CONTEXT: x");
        screen.variable("KUBECONFIG", config.toString());
        assertThat(offered("tunnel", "")).containsExactly("db", "web");
        assertThat(offered("move", "--to", ""))
                .containsExactly("local", "prod", "kube/test", "kube/x");
        assertThat(offered("--on", "kube")).containsExactly("kube/test", "kube/x");
        assertThat(offered("cluster", "status", "")).containsExactly("prod", "test", "x");
        assertThat(offered("cluster", "k")).containsExactly("kubeconfig");
    }

    @Test
    void offersPlacesWhereThereIsNoApp(@TempDir Path empty) throws IOException {
        Path config = Kubeconfigs.write(empty.resolve("config"), "test");
        Screen nowhere = new Screen(empty, new FakePlace());
        nowhere.variable("KUBECONFIG", config.toString());
        assertThat(nowhere.run("__complete", "--", "cluster", "status", "")).isZero();
        assertThat(nowhere.out()).isEqualTo("test\n");
    }

    @Test
    void offersTheValuesOfAnOption() {
        assertThat(offered("status", "-o", "")).containsExactly("table", "json", "yaml", "name");
    }

    @Test
    void staysSilentWhereThereIsNoApp(@TempDir Path empty) {
        Screen nowhere = new Screen(empty, new FakePlace());
        assertThat(nowhere.run("__complete", "--", "logs", "")).isEqualTo(1);
        assertThat(nowhere.out() + nowhere.err()).isEmpty();
    }

    private List<String> offered(String... words) {
        String[] args = new String[words.length + 2];
        args[0] = "__complete";
        args[1] = "--";
        System.arraycopy(words, 0, args, 2, words.length);
        screen.run(args);
        assertThat(screen.err()).isEmpty();
        return screen.out().lines().toList();
    }
}
