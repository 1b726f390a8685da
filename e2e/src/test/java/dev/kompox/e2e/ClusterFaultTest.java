package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What breaks on a cluster during a move, and what others do meanwhile: afterwards exactly one side
 * serves, with all the data.
 */
@Tag("cluster")
class ClusterFaultTest {

    private static final Pattern UNFINISHED = Pattern.compile("kompox operation resume (\\S+)");
    private static final int NODES = 2;
    private static final int MEBIBYTES = 150;
    private static final String BIG = "ktestbig";

    @RegisterExtension
    private static final SharedCluster SHARED = new SharedCluster("ktestf", NODES, Quiet.image());

    @TempDir private Path parent;

    @Test
    void survivesAPowerCutOfTheNodeThatHoldsTheData() throws Exception {
        try (App app = app("powercut")) {
            app.kompox("move", "--to", side().place(), "--yes").ok();
            Quiet.fill(app, side(), BIG, MEBIBYTES);
            String content = Quiet.content(app, side());
            int node = node(app);
            Path said = parent.resolve("said");
            Process move = app.begin(said, "--on", side().place(), "move", "--to", "local", "-y");
            Poll.until("the copy has begun", 120, () -> began(move, said, copied(app) > 0));

            SHARED.get().powerOff(node);
            // whether it gives up meanwhile or waits is its own affair
            Poll.until("the cluster misses the node", 90, () -> missing(node));
            SHARED.get().powerOn(node);

            expectOneSide(app, side(), Side.local(), content, ended(move, said));
        }
    }

    @Test
    void survivesARestartOfTheApiServer() throws Exception {
        try (App app = app("apiserver")) {
            Quiet.fill(app, Side.local(), BIG, MEBIBYTES);
            String content = Quiet.content(app, Side.local());
            Path said = parent.resolve("said");
            Process move = copying(app, said);

            SHARED.get().restartApiServer();

            expectOneSide(app, Side.local(), side(), content, ended(move, said));
        }
    }

    @Test
    void survivesAMinuteWithoutANetworkDuringTheCopy() throws Exception {
        try (App app = app("network")) {
            Quiet.fill(app, Side.local(), BIG, MEBIBYTES);
            String content = Quiet.content(app, Side.local());
            Path said = parent.resolve("said");
            Process move = copying(app, said);

            for (int node = 1; node <= NODES; node++) {
                SHARED.get().partition(node);
            }
            Thread.sleep(Duration.ofSeconds(60));
            for (int node = 1; node <= NODES; node++) {
                SHARED.get().heal(node);
            }

            expectOneSide(app, Side.local(), side(), content, ended(move, said));
        }
    }

    @Test
    void saysThatTheTargetHasNoRoomWhileTheAppRuns() throws Exception {
        String disks = "/var/lib/kubelet/local-path";
        try (App app = app("noroom")) {
            Quiet.fill(app, Side.local(), BIG, MEBIBYTES);
            String running = Quiet.startedAt(app);
            for (int node = 1; node <= NODES; node++) {
                SHARED.get().inside(node, "mount", "-t", "tmpfs", "-o", "size=40m", "none", disks);
            }

            Result refused = app.kompox("move", "--to", side().place(), "--yes");

            Clear.noNoise(refused);
            assertThat(refused.code()).as(refused.all()).isNotZero();
            assertThat(refused.all()).contains("the target has room for").contains("undone");
            Quiet.expectOnly(app, "no room", Side.local(), side());
            assertThat(Quiet.startedAt(app)).as("the app was not stopped").isEqualTo(running);
        } finally {
            for (int node = 1; node <= NODES; node++) {
                SHARED.get().inside(node, "umount", disks);
            }
        }
    }

    /** Somebody who came after the plan may write on, so nothing may be taken as the last state. */
    @Test
    void goesBackWhenAnotherContainerWritesMeanwhile() throws Exception {
        try (App app = app("changed")) {
            Quiet.fill(app, Side.local(), BIG, MEBIBYTES);
            String content = Quiet.content(app, Side.local());
            Path said = parent.resolve("said");
            Process move = copying(app, said);

            String other = app.project + "-other";
            String mount = app.project + "_data:/data";
            try {
                app.run(
                                "docker",
                                "run",
                                "-d",
                                "--name",
                                other,
                                "-v",
                                mount,
                                Quiet.image(),
                                "sleep",
                                "1000")
                        .ok();
                Result result = ended(move, said);

                assertThat(result.code()).as(result.all()).isNotZero();
                assertThat(result.all()).contains(other);
                Quiet.expectOnly(app, "changed meanwhile", Side.local(), side());
            } finally {
                app.run("docker", "rm", "-f", other).ok();
            }
            assertThat(Quiet.content(app, Side.local())).isEqualTo(content);
            app.kompox("move", "--to", side().place(), "--yes").ok();
            Quiet.expectOnly(app, "moved at last", side(), Side.local());
        }
    }

    /** Who starts it again before the data is its own makes the move go back, which is as well. */
    @Test
    void runsOnceHoweverOftenSomebodyScalesItUp() throws Exception {
        try (App app = app("scaledup")) {
            app.kompox("move", "--to", side().place(), "--yes").ok();
            Quiet.fill(app, side(), BIG, 20);
            String content = Quiet.content(app, side());
            Path deployment = deployment(app);
            Process meddler = app.background(scaling(app), parent.resolve("meddler"));

            Result moved = app.kompox("--on", side().place(), "move", "--to", "local", "--yes");

            System.out.println("scaled up meanwhile: " + moved.all());
            expectOneSide(app, side(), Side.local(), content, moved);
            App.end(meddler);
            if (moved.code() != 0) {
                app.kompox("--on", side().place(), "move", "--to", "local", "--yes").ok();
            }
            // nothing that somebody does there later starts it, nor the deployment that they kept
            side().kubectl(app, "apply", "-f", deployment.toString());
            scale(app);
            Poll.during("nothing starts where it left", 10, () -> side().serving(app) == 0);
            Quiet.expectOnly(app, "scaled up", Side.local(), side());
            assertThat(Quiet.content(app, Side.local())).isEqualTo(content);
        }
    }

    @Test
    void movesOnceWhenTwoMoveItAtOnce() throws Exception {
        try (App app = app("twice")) {
            Quiet.fill(app, Side.local(), BIG, 50);
            String content = Quiet.content(app, Side.local());
            Path one = parent.resolve("one");
            Path two = parent.resolve("two");
            Process first = app.begin(one, "move", "--to", side().place(), "--yes");
            Process second = app.begin(two, "move", "--to", side().place(), "--yes");

            List<Result> both = List.of(ended(first, one), ended(second, two));

            assertThat(both.stream().filter(result -> result.code() == 0)).hasSize(1);
            Result other =
                    both.stream().filter(result -> result.code() != 0).findFirst().orElseThrow();
            System.out.println("the other of two moves: " + other.all());
            Clear.noNoise(other);
            Quiet.expectOnly(app, "moved once", side(), Side.local());
            assertThat(Quiet.content(app, side())).isEqualTo(content);
        }
    }

    /** Begin to move an app from here to the cluster, and wait until its big file arrives there. */
    private static Process copying(App app, Path said) throws Exception {
        long before = arrived();
        Process move = app.begin(said, "move", "--to", side().place(), "--yes");
        Poll.until("the copy has begun", 120, () -> began(move, said, arrived() > before));
        return move;
    }

    private App app(String name) {
        App app = App.in(parent, name, Quiet.compose(), side().environment());
        app.kompox("up").ok();
        Quiet.shell(app, Side.local(), "echo kept >/data/file").ok();
        return app;
    }

    private static Side.Kubernetes side() {
        return new Side.Kubernetes(SHARED.get());
    }

    /** Return the number of the node that the app runs on, and its disk with it. */
    private static int node(App app) {
        String words = "get pods -o jsonpath={.items[*].spec.nodeName} -l app=";
        String all = words + Side.Kubernetes.component(app);
        String name = side().kubectl(app, all.split(" ", -1)).ok().out().strip();
        assertThat(name).startsWith(SHARED.get().name() + "-n");
        return Integer.parseInt(name.substring(name.lastIndexOf('n') + 1));
    }

    private static boolean missing(int node) {
        String ready = "jsonpath={.status.conditions[?(@.type==\"Ready\")].status}";
        return !SHARED.get()
                .kubectl("get", "node", SHARED.get().node(node), "-o", ready)
                .out()
                .equals("True");
    }

    /** Return how much of the big file the cluster's disks have. */
    private static long arrived() {
        long bytes = 0;
        for (int node = 1; node <= NODES; node++) {
            bytes += SHARED.get().bytesOnDisks(node, BIG);
        }
        return bytes;
    }

    /** Return how much of the big file has come to this engine. */
    private static long copied(App app) {
        String find =
                "root=$(docker info -f '{{.DockerRootDir}}') && find \"$root\"/volumes/*"
                        + app.project
                        + "* -name '*"
                        + BIG
                        + "*' -size +0 | wc -l";
        return Long.parseLong(app.run("bash", "-c", find).out().strip());
    }

    private static boolean began(Process move, Path said, boolean begun) {
        assertThat(move.isAlive() || begun).as(Shell.read(said)).isTrue();
        return begun;
    }

    private static Result ended(Process move, Path said) throws InterruptedException {
        Poll.until("the move ends", 420, () -> !move.isAlive());
        Result result = new Result(move.exitValue(), "", Shell.read(said));
        System.out.println(said.getFileName() + ": " + result.all());
        return result;
    }

    private void expectOneSide(App app, Side from, Side to, String content, Result result)
            throws InterruptedException {
        Clear.noNoise(result);
        boolean moved = result.code() == 0 || !undone(app, from, result);
        Side here = moved ? to : from;
        Poll.until("the app runs on " + here.shown(), 120, () -> here.serving(app) == 1);
        Quiet.expectOnly(app, "in the end", here, moved ? from : to);
        assertThat(Quiet.content(app, here)).isEqualTo(content);
        assertThat(app.kompox("--on", here.place(), "status").ok().out())
                .doesNotContain("Unfinished");
    }

    /** Do as the error says; tell whether the move was undone, and not finished. */
    private static boolean undone(App app, Side from, Result result) {
        Matcher unfinished = UNFINISHED.matcher(result.all());
        if (!unfinished.find()) {
            assertThat(result.all()).contains("undone");
            return true;
        }
        String id = unfinished.group(1);
        Result back = app.kompox("--on", from.place(), "operation", "rollback", id, "--yes");
        if (back.code() == 3) {
            app.kompox("--on", from.place(), "operation", "resume", id, "--yes").ok();
            return false;
        }
        assertThat(back.code()).as(back.all()).isZero();
        return true;
    }

    /** Keep the deployment as somebody might who has it in a repository. */
    private Path deployment(App app) throws Exception {
        String name = Side.Kubernetes.component(app);
        String yaml = side().kubectl(app, "get", "deployment", name, "-o", "yaml").ok().out();
        String bare = yaml.replaceAll("(?m)^ +(resourceVersion|uid):.*\n", "");
        return Files.writeString(parent.resolve("deployment.yaml"), bare);
    }

    private static void scale(App app) {
        // there may be none any more, which is as good
        side().kubectl(app, "scale", "deployment", Side.Kubernetes.component(app), "--replicas=1");
    }

    private static String scaling(App app) {
        String kubectl = String.join(" ", SHARED.get().kubectl());
        return "while :; do "
                + kubectl
                + " -n "
                + side().namespace(app)
                + " scale deployment --all --replicas=1; sleep 0.3; done";
    }
}
