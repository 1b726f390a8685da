package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database under load, snapshotted and restored, loses nothing that it acknowledged. */
class DatabaseTest {

    @TempDir private Path parent;

    @ParameterizedTest
    @ValueSource(strings = {"stopped", "frozen"})
    void keepsEveryAcknowledgedRowOfTheSnapshotsMoment(String consistency) throws Exception {
        try (App app = App.in(parent, "load" + consistency, Postgres.compose())) {
            app.kompox("up").ok();
            Postgres.sql(app, "CREATE TABLE acks (n bigint PRIMARY KEY)");
            app.run(
                            "docker",
                            "exec",
                            Postgres.container(app),
                            "pgbench",
                            "-i",
                            "-q",
                            "-U",
                            "postgres",
                            "-s",
                            "2",
                            "shop")
                    .ok();
            Path acknowledged = app.directory.resolve("acknowledged");
            Process load = pgbench(app);
            Process writer = Postgres.writer(app, acknowledged);
            awaitRows(acknowledged, 5);
            long before = acknowledged(acknowledged).size();

            Result taken =
                    consistency.equals("frozen")
                            ? app.kompox("snapshot", "create", "--name", "moment", "--frozen")
                            : app.kompox("snapshot", "create", "--name", "moment");

            taken.ok();
            long after = acknowledged(acknowledged).getLast();
            awaitRows(acknowledged, acknowledged(acknowledged).size() + 5);
            App.end(writer);
            App.end(load);
            long last = acknowledged(acknowledged).getLast();
            assertThat(rows(app)).containsAll(acknowledged(acknowledged));

            app.kompox("restore", "moment", "--yes").ok();

            List<Long> rows = rows(app);
            assertThat(rows)
                    .as("every row acknowledged before the snapshot began")
                    .contains(first(acknowledged, before));
            assertThat(rows)
                    .as("no acknowledged row is missing before the last that is there")
                    .containsAll(
                            acknowledged(acknowledged).stream()
                                    .filter(row -> row <= rows.getLast())
                                    .toList());
            assertThat(rows.getLast())
                    .as("the moment lies within the snapshot")
                    .isLessThanOrEqualTo(after + 1);
            assertThat(Postgres.sql(app, "SELECT count(*) FROM pgbench_branches")).isEqualTo("2");
            Result check = Postgres.amcheck(app);
            assertThat(check.code()).as(check.all()).isZero();
            undoBringsTheNewRowsBack(app, last);
        }
    }

    @Test
    void bringsADroppedTableBackAndTakesTheRestoreBack() {
        try (App app = App.in(parent, "drop", Postgres.compose())) {
            app.kompox("up").ok();
            Postgres.sql(
                    app,
                    "CREATE TABLE orders (item text); INSERT INTO orders VALUES ('tea'), ('rice')");
            app.kompox("snapshot", "create", "--name", "before").ok();
            Postgres.sql(app, "DROP TABLE orders; CREATE TABLE late (x int)");

            app.kompox("restore", "before", "--yes").ok();
            assertThat(Postgres.sql(app, "SELECT count(*) FROM orders")).isEqualTo("2");

            app.kompox("restore", "--undo", "--yes").ok();
            assertThat(
                            Postgres.sql(
                                    app,
                                    "SELECT count(*) FROM pg_tables WHERE tablename IN ('orders', 'late')"))
                    .isEqualTo("1");
            app.kompox("restore", "--undo", "--yes").ok();
            assertThat(Postgres.sql(app, "SELECT count(*) FROM orders")).isEqualTo("2");
        }
    }

    private static void undoBringsTheNewRowsBack(App app, long last) {
        app.kompox("restore", "--undo", "--yes").ok();
        assertThat(rows(app).getLast()).isGreaterThanOrEqualTo(last);
    }

    private static Process pgbench(App app) throws IOException {
        return app.background(
                "while :; do docker exec "
                        + Postgres.container(app)
                        + " pgbench -U postgres -c 2 -T 20 -n shop || sleep 0.2; done",
                Path.of("/dev/null"));
    }

    private static List<Long> rows(App app) {
        return Postgres.sql(app, "SELECT n FROM acks ORDER BY n")
                .lines()
                .map(Long::valueOf)
                .toList();
    }

    private static List<Long> acknowledged(Path file) throws IOException {
        return Files.readString(file)
                .lines()
                .filter(line -> line.matches("[0-9]+ [0-9]+"))
                .map(line -> Long.valueOf(line.substring(0, line.indexOf(' '))))
                .toList();
    }

    private static Long[] first(Path file, long count) throws IOException {
        return acknowledged(file).stream().limit(count).toArray(Long[]::new);
    }

    private static void awaitRows(Path file, long count) throws Exception {
        for (int i = 0; i < 600; i++) {
            if (Files.exists(file) && acknowledged(file).size() >= count) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the writer has not written " + count + " rows in a minute");
    }
}
