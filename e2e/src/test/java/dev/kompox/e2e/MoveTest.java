package dev.kompox.e2e;

import static dev.kompox.e2e.Neighbours.NEW;
import static dev.kompox.e2e.Neighbours.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database under load moves to another engine and back, and loses nothing it acknowledged. */
class MoveTest {

    @TempDir private Path parent;

    @Test
    void movesThereAndBackWithoutLosingAnAcknowledgedRow() throws Exception {
        try (Neighbours both = Neighbours.start(parent, 3000);
                App app = both.app(parent, "move", Postgres.compose())) {
            app.kompox("up").ok();
            Postgres.sql(app, "CREATE TABLE acks (n bigint PRIMARY KEY)");
            docker(app, OLD, "exec", db(app), "pgbench", "-iqU", "postgres", "-s", "3", "shop")
                    .ok();
            Acknowledged acknowledged = new Acknowledged(app.directory.resolve("acknowledged"));
            Process load = load(app);
            Process writer = writer(app, acknowledged.file());
            acknowledged.awaitMore();

            Result there = app.kompox("move", "--to", "docker:" + NEW, "--yes").ok();

            System.out.println(there.line("Downtime"));
            assertThat(there.line("Downtime")).contains("predicted");
            acknowledged.awaitMore();
            expectOnly(app, NEW, OLD);
            List<Long> sofar = acknowledged.numbers();
            assertThat(rows(app, NEW)).containsAll(sofar);
            oldSideRefuses(app);

            Result back = app.kompox("move", "--to", "local", "--yes").ok();

            System.out.println(back.line("Downtime"));
            acknowledged.awaitMore();
            App.end(writer);
            App.end(load);
            expectOnly(app, OLD, NEW);
            assertThat(rows(app, OLD)).containsAll(acknowledged.numbers());
            Result check = Postgres.amcheck(app);
            assertThat(check.code()).as(check.all()).isZero();
            assertThat(app.kompox("status").ok().out()).contains("Lives here").contains("epoch 3");
        }
    }

    @Test
    void goesBackByItselfWhenTheAppDoesNotStartThere() throws Exception {
        Path onlyHere = Files.createTempDirectory(Path.of("/run"), "kompoxtest");
        String compose =
                """
                services:
                  web:
                    image: %s
                    command: ["sh", "-c", "trap 'exit 0' TERM; while :; do sleep 0.1; done"]
                    restart: always
                    volumes:
                      - data:/data
                      - type: bind
                        source: %s
                        target: /here
                        read_only: true
                        bind: {create_host_path: false}
                volumes:
                  data:
                """
                        .formatted(
                                App.image("KOMPOX_TEST_BUSYBOX_IMAGE", "busybox:latest"), onlyHere);
        try (Neighbours both = Neighbours.start(parent, 300);
                App app = both.app(parent, "moveback", compose)) {
            app.kompox("up").ok();
            docker(app, OLD, "exec", app.project + "-web-1", "sh", "-c", "echo kept >/data/file")
                    .ok();

            Result failed = app.kompox("move", "--to", "docker:" + NEW, "--yes");

            assertThat(failed.code()).as(failed.all()).isEqualTo(1);
            assertThat(failed.all()).contains(onlyHere.toString()).contains("undone");
            expectOnly(app, OLD, NEW);
            assertThat(
                            docker(app, OLD, "exec", app.project + "-web-1", "cat", "/data/file")
                                    .ok()
                                    .out())
                    .isEqualTo("kept\n");
            assertThat(volumes(app, NEW)).isEmpty();
            assertThat(
                            docker(
                                            app,
                                            OLD,
                                            "inspect",
                                            "-f",
                                            "{{.HostConfig.RestartPolicy.Name}}",
                                            app.project + "-web-1")
                                    .ok()
                                    .out()
                                    .strip())
                    .as("the restart policy is as before")
                    .isEqualTo("always");
        } finally {
            Files.delete(onlyHere);
        }
    }

    @Test
    void refusesWhatStandsInItsWayBeforeAnythingStops() throws Exception {
        String compose =
                Postgres.compose()
                        .replace("    stop_signal", "    ports: [\"45432:5432\"]\n    stop_signal");
        try (Neighbours both = Neighbours.start(parent, 300);
                App app = both.app(parent, "moveno", compose)) {
            assertThat(app.kompox("move", "--to", "docker:" + NEW, "--yes").all())
                    .contains("nothing of " + app.project);
            app.kompox("up").ok();

            assertThat(app.kompox("move", "--to", "docker:" + OLD, "--yes").all())
                    .contains("the same place");
            assertThat(app.kompox("move", "--to", "docker:nowhere", "--yes").all())
                    .contains("there is no docker context \"nowhere\"");
            assertThat(app.kompox("move", "--to", "moon", "--yes").code()).isEqualTo(2);
            Result tooLong =
                    app.kompox("move", "--to", "docker:" + NEW, "--yes", "--max-downtime", "1s");
            assertThat(tooLong.code()).as(tooLong.all()).isEqualTo(1);
            assertThat(tooLong.all()).contains("--max-downtime is 1.0 s");
            docker(
                            app,
                            NEW,
                            "run",
                            "-d",
                            "--name",
                            "stranger",
                            "-p",
                            "45432:1",
                            App.image("KOMPOX_TEST_POSTGRES_IMAGE", "postgres:17"),
                            "sleep",
                            "100")
                    .ok();
            Result taken = app.kompox("move", "--to", "docker:" + NEW, "--yes");
            assertThat(taken.code()).as(taken.all()).isEqualTo(3);
            assertThat(taken.all()).contains("port 45432/tcp").contains("stranger");
            docker(app, NEW, "rm", "-f", "stranger").ok();
            expectOnly(app, OLD, NEW);
            assertThat(Postgres.sql(app, "SELECT 1")).isEqualTo("1");
        }
    }

    /** Neither Kompox nor plain docker compose starts the app where it left. */
    private static void oldSideRefuses(App app) {
        Result up = app.kompox("up", "--yes");
        assertThat(up.code()).isEqualTo(3);
        assertThat(up.all())
                .contains("lives on docker/" + NEW)
                .contains("kompox move --to docker/" + OLD)
                .contains("kept until");
        Result plain = app.compose("up", "-d");
        assertThat(plain.code()).as(plain.all()).isNotZero();
        assertThat(plain.all()).contains("lives-on-docker-" + NEW);
        app.compose("down").ok();
        assertThat(app.kompox("status").ok().out()).contains("Lives on docker/" + NEW);
        assertThat(app.kompox("--on", "docker:" + NEW, "status").ok().out())
                .contains("is up")
                .contains("epoch 2");
    }

    private static void expectOnly(App app, String here, String notThere) {
        assertThat(Neighbours.running(app, here)).as("runs on " + here).isPositive();
        assertThat(Neighbours.running(app, notThere)).as("runs on " + notThere).isZero();
    }

    private static List<String> volumes(App app, String context) {
        return docker(app, context, "volume", "ls", "-q")
                .ok()
                .out()
                .lines()
                .filter(name -> name.startsWith(app.project))
                .toList();
    }

    private static Process load(App app) throws IOException {
        return app.background(
                "while :; do for c in default newbox; do docker --context $c exec "
                        + db(app)
                        + " pgbench -U postgres -c 2 -T 20 -n shop; done; sleep 0.1; done",
                Path.of("/dev/null"));
    }

    /** Insert 1, 2, 3 … wherever the database is, and note what was acknowledged. */
    private static Process writer(App app, Path acknowledged) throws IOException {
        String insert =
                "docker --context $c exec "
                        + db(app)
                        + " psql -U postgres -d shop -AtXq -v ON_ERROR_STOP=1"
                        + " -c \"INSERT INTO acks VALUES ($i)\" 2>/dev/null";
        return app.background(
                "i=0; while :; do i=$((i+1)); for c in default newbox; do "
                        + insert
                        + " && echo \"$i\"; done; done",
                acknowledged);
    }

    private static List<Long> rows(App app, String context) {
        return docker(
                        app,
                        context,
                        "exec",
                        db(app),
                        "psql",
                        "-U",
                        "postgres",
                        "-d",
                        "shop",
                        "-AtXqc",
                        "SELECT n FROM acks ORDER BY n")
                .ok()
                .out()
                .lines()
                .map(Long::valueOf)
                .toList();
    }

    private static String db(App app) {
        return Postgres.container(app);
    }

    private static Result docker(App app, String context, String... arguments) {
        return Neighbours.docker(app, context, arguments);
    }
}
