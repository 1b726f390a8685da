package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A blog of two services and two disks, many small files among them, moves to a cluster and back
 * while people write to it.
 */
@Tag("cluster")
class WordPressMoveTest {

    private static final int SEEDS = 300;
    private static final Pattern FORWARDED = Pattern.compile("127\\.0\\.0\\.1:([0-9]+)");

    @RegisterExtension
    private static final SharedCluster SHARED =
            SharedCluster.small(WordPress.database(), WordPress.image());

    @TempDir private Path parent;

    @Test
    void movesToAClusterAndBackWithEveryPostAndUpload() throws Exception {
        Side.Kubernetes there = new Side.Kubernetes(SHARED.get());
        List<Side> both = List.of(Side.local(), there);
        try (App app = App.in(parent, "wordpress", WordPress.compose(), there.environment())) {
            app.kompox("up").ok();
            String here = "http://127.0.0.1:" + WordPress.PORT;
            assertThat(WordPress.install(app, here).ok().out()).contains("Success!");
            WordPress.seed(app, Side.local(), SEEDS);
            Map<String, String> seeds = WordPress.uploads(app, Side.local());
            assertThat(seeds).hasSize(SEEDS);
            Acknowledged acknowledged = new Acknowledged(parent.resolve("acknowledged"));
            Process writer = WordPress.writer(app, both, acknowledged.file());
            acknowledged.awaitMore();

            move(app, there.place());
            acknowledged.awaitMore();
            expectOnly(app, there, Side.local());
            expectAll(app, there, seeds, acknowledged);
            forwarded(app, there);

            move(app, "local");
            acknowledged.awaitMore();
            App.end(writer);
            expectOnly(app, Side.local(), there);
            expectAll(app, Side.local(), seeds, acknowledged);
            assertThat(WordPress.page(app, here)).contains("Harbour News").contains("ack-");
            assertThat(WordPress.check(app, Side.local()).ok().out().lines())
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith("OK"));
        }
    }

    private static void move(App app, String to) {
        Result moved = app.kompox("move", "--to", to, "--yes").ok();
        System.out.println("blog to " + to + ": " + moved.line("Downtime"));
        assertThat(moved.line("Downtime")).as(moved.all()).contains("predicted");
    }

    private static void expectOnly(App app, Side side, Side other) {
        assertThat(side.serving(app)).as(side.shown()).isPositive();
        assertThat(other.serving(app)).as(other.shown()).isZero();
    }

    private static void expectAll(
            App app, Side side, Map<String, String> seeds, Acknowledged acknowledged) {
        List<String> sofar = acknowledged.lines();
        assertThat(WordPress.titles(app, side))
                .containsAll(sofar.stream().map(line -> "ack-" + line.split(" ", 2)[0]).toList());
        Map<String, String> uploads = WordPress.uploads(app, side);
        assertThat(uploads).containsAllEntriesOf(seeds);
        for (String line : sofar) {
            String[] words = line.split(" ", 2);
            assertThat(uploads).containsEntry("load-" + words[0] + ".txt", words[1]);
        }
    }

    /** The blog is read through the service that publishes its port, as from outside. */
    private void forwarded(App app, Side.Kubernetes side) throws IOException, InterruptedException {
        Path said = parent.resolve("forward");
        String service = "service/" + Side.Kubernetes.component(app);
        List<String> command = new ArrayList<>(side.cluster().kubectl());
        command.addAll(List.of("-n", side.namespace(app), "port-forward", service));
        command.add(":" + WordPress.PORT);
        Process forward = app.start(command, said);
        Poll.until("the port is forwarded", 30, () -> FORWARDED.matcher(Shell.read(said)).find());
        Matcher port = FORWARDED.matcher(Shell.read(said));
        assertThat(port.find()).isTrue();
        assertThat(WordPress.page(app, "http://127.0.0.1:" + port.group(1)))
                .contains("Harbour News")
                .contains("ack-");
        App.end(forward);
    }
}
