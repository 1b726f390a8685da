package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.e2e.kill.Doomed;
import dev.kompox.e2e.kill.Outcomes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill a move between Docker and a cluster just before and just after records of its journal, then
 * go on or back: in every case exactly one side serves, and it has the data.
 *
 * <p>Who goes on turns round each time, so both directions are tried; who goes back tries the one
 * direction, then the other. An ordinary run tries every nineteenth point; {@code
 * KOMPOX_TEST_ALL=1} has all tried. What became of each is in {@code e2e/target/move-killed-*.tsv}.
 */
@Tag("cluster")
class ClusterMoveKillTest {

    private static final int KILLED = 137;
    private static final int MOST = 200;
    private static final int STRIDE = "1".equals(System.getenv("KOMPOX_TEST_ALL")) ? 1 : 19;
    private static final Pattern UNFINISHED =
            Pattern.compile("\"id\":\"(mv-[a-z0-9]+)\"[^{}]*\"state\":\"unfinished\"");

    @RegisterExtension
    private static final SharedCluster SHARED = SharedCluster.small(Quiet.image());

    @TempDir private Path parent;

    /** What the app was told at each point, all of which it has to have. */
    private final List<String> written = new ArrayList<>();

    private final Map<String, Outcomes> outcomes = new HashMap<>();

    @Test
    void goesOnFromAnyRecord() {
        try (App app = app("killon")) {
            Side from = Side.local();
            int tried = 0;
            for (int point = 1; point < MOST; point += STRIDE) {
                Side to = other(from);
                Settled settled = killed(app, from, to, point, true);
                from = settled == Settled.BACK ? from : to;
                tried++;
                if (settled == Settled.NOT_KILLED) {
                    break;
                }
            }
            System.out.println("move killed at " + (tried - 1) + " points, and went on");
            assertThat(tried).isGreaterThan(3);
        }
    }

    @Test
    void goesBackToDockerFromAnyRecordBeforeTheCommitPoint() {
        try (App app = app("killback")) {
            goesBack(app, Side.local(), 1 + STRIDE / 2);
        }
    }

    @Test
    void goesBackToTheClusterFromAnyRecordBeforeTheCommitPoint() {
        try (App app = app("killbackc")) {
            Side there = other(Side.local());
            app.kompox("move", "--to", there.place(), "--yes").ok();
            Quiet.expectOnly(app, "before", there, Side.local());
            goesBack(app, there, STRIDE);
        }
    }

    /** The sweep ends where going back is refused: the commit point is passed. */
    private void goesBack(App app, Side home, int first) {
        int back = 0;
        for (int point = first; point < MOST; point += STRIDE) {
            if (killed(app, home, other(home), point, false) != Settled.BACK) {
                break;
            }
            back++;
        }
        System.out.println("move from " + home.shown() + " killed at " + back + " points, undone");
        assertThat(back).isGreaterThan(1);
    }

    private App app(String name) {
        Side.Kubernetes there = new Side.Kubernetes(SHARED.get());
        App app = App.in(parent, name, Quiet.compose(), there.environment());
        app.kompox("up").ok();
        write(app, Side.local(), "0");
        return app;
    }

    private static Side other(Side side) {
        return side.equals(Side.local()) ? new Side.Kubernetes(SHARED.get()) : Side.local();
    }

    /** How a move that was to die ended. */
    private enum Settled {
        /** It passed fewer points, and moved. */
        NOT_KILLED,
        /** It was finished. */
        MOVED,
        /** It was undone, or had changed nothing. */
        BACK
    }

    private Settled killed(App app, Side from, Side to, int point, boolean forward) {
        Doomed doomed = new Doomed(Program.distribution(), parent);
        List<String> command =
                doomed.command(point, "--on", from.place(), "move", "--to", to.place(), "--yes");
        Result died = app.run(command.toArray(String[]::new));
        String record = outcomes(app).lastRecord();
        Settled settled;
        if (died.code() == KILLED) {
            settled = settle(app, from, forward) ? Settled.MOVED : Settled.BACK;
        } else {
            assertThat(died.code()).as(died.all()).isZero();
            settled = Settled.NOT_KILLED;
        }
        boolean moved = settled != Settled.BACK;
        Side serving = moved ? to : from;
        expectServes(app, serving, moved ? from : to, point);
        outcomes(app).add(point, from.shown(), record, said(settled, forward), serving.shown());
        return settled;
    }

    private Outcomes outcomes(App app) {
        return outcomes.computeIfAbsent(
                app.project,
                project ->
                        new Outcomes("move-killed-" + project, parent.resolve(project + "-state")));
    }

    private static String said(Settled settled, boolean forward) {
        return switch (settled) {
            case NOT_KILLED -> "it had ended";
            case MOVED -> forward ? "resumed" : "rollback refused, resumed";
            case BACK -> forward ? "nothing to resume" : "rolled back";
        };
    }

    /** Go on or back; return whether the app has moved. */
    private static boolean settle(App app, Side from, boolean forward) {
        String json =
                app.kompox("--on", from.place(), "operation", "list", "-o", "json").ok().out();
        Matcher unfinished = UNFINISHED.matcher(json.replaceAll("\\s", ""));
        if (!unfinished.find()) {
            // it had not begun, or had ended
            return from.serving(app) == 0;
        }
        String id = unfinished.group(1);
        if (!forward) {
            Result undone = app.kompox("--on", from.place(), "operation", "rollback", id, "--yes");
            if (undone.code() == 0) {
                return false;
            }
            assertThat(undone.code()).as(undone.all()).isEqualTo(3);
            assertThat(undone.all()).contains("kompox operation resume " + id);
        }
        app.kompox("--on", from.place(), "operation", "resume", id, "--yes").ok();
        return true;
    }

    private void expectServes(App app, Side here, Side notThere, int point) {
        Quiet.expectOnly(app, "point " + point, here, notThere);
        assertThat(Quiet.shell(app, here, "cat /data/file").ok().out().lines())
                .as("point " + point)
                .containsExactlyElementsOf(written);
        write(app, here, String.valueOf(point));
    }

    private void write(App app, Side side, String line) {
        Quiet.shell(app, side, "echo " + line + " >>/data/file").ok();
        written.add(line);
    }
}
