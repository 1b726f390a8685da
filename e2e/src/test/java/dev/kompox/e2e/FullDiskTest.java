package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A filesystem that is really full costs no data; with room again the same command works. */
class FullDiskTest {

    private static final int DATA = 120;
    private static final String ROOM = "Delete what is no longer needed: kompox snapshot list";

    private static PrivateEngine engine;

    @TempDir private Path parent;

    @BeforeAll
    static void start() throws IOException {
        engine = PrivateEngine.on("ext4", 800);
    }

    @AfterAll
    static void end() throws IOException {
        engine.close();
    }

    @AfterEach
    void makeRoom() {
        engine.makeRoom();
    }

    @Test
    void saysThatItDoesNotFitBeforeTheAppStops() throws IOException {
        try (App app = engine.app(parent, "nofit")) {
            up(app, 60);
            app.kompox("snapshot", "create", "--name", "first").ok();
            String started = Plain.startedAt(app);
            List<String> before = traces(app);
            engine.leave(30);

            Clear.error(
                    app.kompox("snapshot", "create", "--name", "second"),
                    1,
                    "needs 60.0 MiB, and the Docker Engine has ",
                    ROOM);
            Result restore = app.kompox("restore", "first", "--yes");
            Clear.error(restore, 1, "needs 60.0 MiB, and the Docker Engine has ", ROOM);
            assertThat(restore.err()).contains("Everything was undone and is as before");

            assertThat(Plain.startedAt(app)).as("the app was not stopped").isEqualTo(started);
            assertThat(traces(app)).isEqualTo(before);
            engine.makeRoom();
            app.kompox("snapshot", "create", "--name", "second").ok();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"snapshot create --name second", "restore first --yes"})
    void undoesACopyThatFindsTheDiskFull(String command) throws Exception {
        try (App app = engine.app(parent, "fills" + command.charAt(0))) {
            up(app, DATA);
            String then = Plain.content(app);
            app.kompox("snapshot", "create", "--name", "first").ok();
            Plain.write(app, "late", "two");
            String now = Plain.content(app);
            List<String> before = traces(app);
            engine.leave(DATA + 20);
            String copy = command.startsWith("snap") ? ".snapshot.second" : ".disk.first";

            Path err = app.directory.resolve("err");
            Process kompox = app.begin(err, command.split(" ", -1));
            while (engine.size(Plain.volume(app) + copy, "big") == 0) {
                assertThat(kompox.isAlive()).as(Shell.read(err)).isTrue();
                Thread.sleep(1);
            }
            engine.fill();

            Result failed = new Result(kompox.waitFor(), "", Shell.read(err));
            Clear.error(failed, 1, "no space left at the Docker Engine", ROOM);
            assertThat(failed.err()).contains("Everything was undone and is as before");
            assertThat(Plain.content(app)).as("and it runs").isEqualTo(now);
            assertThat(traces(app)).isEqualTo(before);
            assertThat(app.kompox("snapshot", "list", "-o", "name").ok().out().strip())
                    .isEqualTo("first");
            engine.makeRoom();
            app.kompox(command.split(" ", -1)).ok();
            assertThat(Plain.content(app)).isEqualTo(command.startsWith("snap") ? now : then);
        }
    }

    @Test
    void saysThatNothingNewFitsOnAFullDisk() throws IOException {
        try (App app = engine.app(parent, "fullup")) {
            List<String> before = traces(app);
            engine.fill();
            Result up = app.kompox("up");
            Clear.error(up, 1, "docker compose up failed", "docker system df");
            assertThat(up.err()).contains("no space left on device");
            assertThat(traces(app)).isEqualTo(before);

            engine.makeRoom();
            app.kompox("up").ok();
            before = traces(app);
            engine.fill();
            Clear.error(
                    app.kompox("disk", "create", "files/other"),
                    1,
                    "no space left on device",
                    "docker system df");
            assertThat(traces(app)).isEqualTo(before);
            engine.makeRoom();
            app.kompox("disk", "create", "files/other").ok();
        }
    }

    /** An engine that cannot write down that a container started lists it as created for good. */
    @Test
    void stopsAnAppThatWasStartedWhileTheDiskWasFull() throws IOException {
        try (App app = engine.app(parent, "stale")) {
            app.kompox("up").ok();
            engine.fill();
            app.kompox("down").ok();
            app.kompox("up");
            engine.makeRoom();
            app.kompox("up").ok();
            Plain.write(app, "a", "one");
            String started = Plain.startedAt(app);
            System.out.println("the engine lists " + traces(app));

            app.kompox("snapshot", "create", "--name", "first").ok();

            String again = Plain.startedAt(app);
            assertThat(again).as("it was stopped for the copy").isNotEqualTo(started);
            app.kompox("restore", "first", "--yes").ok();
            assertThat(Plain.startedAt(app)).as("and for the exchange").isNotEqualTo(again);
        }
    }

    private static void up(App app, int mebibytes) {
        app.kompox("up").ok();
        Plain.fill(app, "big", mebibytes);
    }

    /** Return what there is on the engine: volumes, and containers with their state. */
    private static List<String> traces(App app) {
        List<String> command = List.of("docker ps -a --format '{{.Names}} {{.State}}'");
        return app.run(
                        "bash",
                        "-c",
                        "(" + command.getFirst() + "; docker volume ls -q | grep -v ledger) | sort")
                .ok()
                .out()
                .lines()
                .toList();
    }
}
