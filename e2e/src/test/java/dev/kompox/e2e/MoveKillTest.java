package dev.kompox.e2e;

import static dev.kompox.e2e.Neighbours.NEW;
import static dev.kompox.e2e.Neighbours.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.e2e.kill.Doomed;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill a move between two engines just before and just after each record of its journal, then go on
 * or back: in every case exactly one side serves, and it has the data.
 *
 * <p>An ordinary run tries every eighth point, another one each way; {@code KOMPOX_TEST_ALL=1} has
 * all tried. The simulated places are swept point by point in every run.
 */
class MoveKillTest {

    private static final int KILLED = 137;
    private static final int MOST = 200;
    private static final int STRIDE = "1".equals(System.getenv("KOMPOX_TEST_ALL")) ? 1 : 8;

    @TempDir private Path parent;

    private static String compose() {
        return """
        services:
          web:
            image: %s
            command: ["sh", "-c", "trap 'exit 0' TERM; while :; do sleep 0.1; done"]
            network_mode: none
            volumes: ["data:/data"]
        volumes:
          data:
        """
                .formatted(App.image("KOMPOX_TEST_BUSYBOX_IMAGE", "busybox:latest"));
    }

    @Test
    void goesOnFromAnyRecord() throws Exception {
        sweep("movekillon", 1, true);
    }

    @Test
    void goesBackFromAnyRecordBeforeTheCommitPoint() throws Exception {
        sweep("movekillback", 1 + STRIDE / 2, false);
    }

    private void sweep(String name, int first, boolean forward) throws Exception {
        try (Neighbours both = Neighbours.start(parent, 400);
                App app = both.app(parent, name, compose())) {
            app.kompox("up").ok();
            Neighbours.docker(app, OLD, "exec", web(app), "sh", "-c", "echo 0 >/data/file").ok();
            Doomed doomed = new Doomed(Program.distribution(), parent);
            String from = OLD;
            int on = 0;
            int back = 0;
            for (int point = first; point < MOST; point += STRIDE) {
                String to = from.equals(OLD) ? NEW : OLD;
                List<String> command =
                        doomed.command(point, "--on", place(from), "move", "--to", place(to), "-y");
                Result died = app.run(command.toArray(String[]::new));
                if (died.code() != KILLED) {
                    assertThat(died.code()).as(died.all()).isZero();
                    expectServes(app, to, from, point);
                    break;
                }
                boolean moved = settle(app, from, forward);
                on += moved ? 1 : 0;
                back += moved ? 0 : 1;
                expectServes(app, moved ? to : from, moved ? from : to, point);
                from = moved ? to : from;
            }
            System.out.println(
                    "move killed at "
                            + (on + back)
                            + " points: "
                            + on
                            + " went on, "
                            + back
                            + " went back; one side served each time");
            assertThat(on + back).isGreaterThan(5);
            if (!forward) {
                assertThat(back)
                        .as("most of the way lies before the commit point")
                        .isGreaterThan(on);
            }
        }
    }

    /** Go on or back; return whether the app has moved. */
    private static boolean settle(App app, String from, boolean forward) {
        String id = unfinished(app, from);
        if (id.isEmpty()) {
            // it had not begun, or had ended
            return Neighbours.running(app, from) == 0;
        }
        if (!forward) {
            Result undone = app.kompox("--on", place(from), "operation", "rollback", id, "--yes");
            if (undone.code() == 0) {
                return false;
            }
            assertThat(undone.code()).as(undone.all()).isEqualTo(3);
            assertThat(undone.all()).contains("kompox operation resume " + id);
        }
        app.kompox("--on", place(from), "operation", "resume", id, "--yes").ok();
        return true;
    }

    private static String unfinished(App app, String place) {
        return app.kompox("--on", place(place), "operation", "list", "-o", "json")
                .ok()
                .out()
                .replaceAll("\\s", "")
                .transform(json -> json.contains("\"state\":\"unfinished\"") ? json : "")
                .replaceAll(".*?\"id\":\"(mv-[a-z0-9]+)\"[^{}]*\"state\":\"unfinished\".*", "$1");
    }

    private static void expectServes(App app, String here, String notThere, int point) {
        assertThat(Neighbours.running(app, here)).as(here + ", point " + point).isEqualTo(1);
        assertThat(Neighbours.running(app, notThere)).as(notThere + ", point " + point).isZero();
        String read =
                Neighbours.docker(app, here, "exec", web(app), "cat", "/data/file").ok().out();
        assertThat(read.lines().findFirst()).as("point " + point).contains("0");
        String write = "echo " + point + " >>/data/file";
        Neighbours.docker(app, here, "exec", web(app), "sh", "-c", write).ok();
    }

    private static String place(String context) {
        return "docker:" + context;
    }

    private static String web(App app) {
        return app.project + "-web-1";
    }
}
