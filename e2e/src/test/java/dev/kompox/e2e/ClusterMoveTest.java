package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database under load moves from Docker to a cluster, on to another cluster, and back, and loses
 * nothing that it acknowledged.
 */
@Tag("cluster")
class ClusterMoveTest {

    private static final String IMAGE = App.image("KOMPOX_TEST_POSTGRES_IMAGE", "postgres:17");

    @RegisterExtension private static final SharedCluster SHARED = SharedCluster.small(IMAGE);

    @TempDir private Path parent;

    @Test
    void movesAcrossClustersAndBackWithoutLosingAnAcknowledgedRow() throws Exception {
        Cluster one = SHARED.get();
        try (Cluster two = Cluster.up("ktestb", 1, "a");
                App app = App.in(parent, "clustermove", Postgres.compose(), kubeconfig(one, two))) {
            two.load(App.image("KOMPOX_TEST_HELPER_IMAGE", "kompox/helper:0.1.0"), IMAGE);
            Side a = new Side.Kubernetes(one);
            Side b = new Side.Kubernetes(two);
            List<Side> all = List.of(Side.local(), a, b);
            app.kompox("up").ok();
            sql(app, Side.local(), "CREATE TABLE acks (n bigint PRIMARY KEY)");
            Side.local().exec(app, "db", "pgbench", "-iqU", "postgres", "-s", "3", "shop").ok();
            Acknowledged acknowledged = new Acknowledged(parent.resolve("acknowledged"));
            Process load = load(app, all);
            Process writer = writer(app, all, acknowledged.file());
            acknowledged.awaitMore();

            hop(app, Side.local(), a, all, acknowledged);
            hop(app, a, b, all, acknowledged);
            hop(app, b, Side.local(), all, acknowledged);

            App.end(writer);
            App.end(load);
            assertThat(rows(app, Side.local())).containsAll(acknowledged.numbers());
            Result check = Postgres.amcheck(app);
            assertThat(check.code()).as(check.all()).isZero();
            assertThat(app.kompox("status").ok().out()).contains("Lives here").contains("epoch 4");
        }
    }

    private Map<String, String> kubeconfig(Cluster one, Cluster two) throws IOException {
        return Map.of("KUBECONFIG", Cluster.merge(parent, one, two).toString());
    }

    private static void hop(App app, Side from, Side to, List<Side> all, Acknowledged acknowledged)
            throws InterruptedException {
        Result moved = app.kompox("--on", from.place(), "move", "--to", to.place(), "--yes").ok();

        String downtime = moved.line("Downtime");
        System.out.println(from.shown() + " to " + to.shown() + ": " + downtime);
        assertThat(downtime)
                .as(moved.all())
                .matches("Downtime: .*[0-9] s \\(predicted .*[0-9] s\\).*");
        acknowledged.awaitMore();
        for (Side side : all) {
            assertThat(side.serving(app)).as(side.shown()).isEqualTo(side.equals(to) ? 1 : 0);
        }
        List<Long> sofar = acknowledged.numbers();
        assertThat(rows(app, to)).as("rows on " + to.shown()).containsAll(sofar);
        Result up = app.kompox("--on", from.place(), "up", "--yes");
        assertThat(up.code()).as(up.all()).isEqualTo(3);
        assertThat(up.all())
                .contains("lives on " + to.shown())
                .contains("kompox move --to " + from.shown());
        assertThat(from.serving(app)).as("what refused has not started").isZero();
        assertThat(app.kompox("--on", to.place(), "status").ok().out()).contains("is up");
    }

    private static String sql(App app, Side side, String statement) {
        return side.exec(app, "db", words(statement)).ok().out();
    }

    private static String[] words(String statement) {
        String psql = "psql -U postgres -d shop -AtXq -v ON_ERROR_STOP=1 -c";
        List<String> words = new ArrayList<>(List.of(psql.split(" ", -1)));
        words.add(statement);
        return words.toArray(String[]::new);
    }

    private static List<Long> rows(App app, Side side) {
        return sql(app, side, "SELECT n FROM acks").lines().map(Long::valueOf).toList();
    }

    private static Process load(App app, List<Side> all) throws IOException {
        String everywhere =
                all.stream()
                        .map(side ->
                                side.shell(app, "db")
                                        + " pgbench -U postgres -c 2 -R 100 -T 10 -n shop; ")
                        .collect(Collectors.joining());
        return app.background(
                "while :; do " + everywhere + "sleep 0.1; done", Path.of("/dev/null"));
    }

    /** Insert 1, 2, 3 … wherever the database is, and note what was acknowledged. */
    private static Process writer(App app, List<Side> all, Path acknowledged) throws IOException {
        String psql = " psql -U postgres -d shop -AtXq -v ON_ERROR_STOP=1 -c ";
        String insert = psql + "\"INSERT INTO acks VALUES ($i)\" 2>/dev/null && echo \"$i\"; ";
        String everywhere =
                all.stream()
                        .map(side -> side.shell(app, "db") + insert)
                        .collect(Collectors.joining());
        return app.background("i=0; while :; do i=$((i+1)); " + everywhere + "done", acknowledged);
    }
}
