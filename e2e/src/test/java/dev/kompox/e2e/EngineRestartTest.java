package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The engine is killed during an operation and started again, before Kompox gives up or after: one
 * can go on, and the app has the one content or the other.
 */
class EngineRestartTest {

    private static final Pattern RESUME = Pattern.compile("kompox operation resume (\\S+)");
    private static final Pattern REMOVE = Pattern.compile("docker rm -f (\\S+)");

    @TempDir private Path parent;

    /** Waiting takes most of the time, so they wait side by side. */
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @CsvSource({
        "snapshot, copying, late",
        "restore, copying, late",
        "restore, stopped, late",
        "restore, copying, soon",
        "restore, stopped, soon",
    })
    void losesNothingWhenTheEngineIsKilled(String what, String moment, String back)
            throws Exception {
        boolean restore = what.equals("restore");
        String[] command =
                restore
                        ? new String[] {"restore", "first", "--yes"}
                        : new String[] {"snapshot", "create", "--name", "second"};
        try (PrivateEngine engine = PrivateEngine.on("ext4", 500);
                App app = engine.app(parent, what + moment + back)) {
            app.kompox("up").ok();
            Plain.fill(app, "big", 60);
            String then = Plain.content(app);
            app.kompox("snapshot", "create", "--name", "first").ok();
            Plain.write(app, "late", "two");
            String now = Plain.content(app);

            // room for one more copy, but not beside what a copy that was cut off left
            engine.leave(90);
            Path err = app.directory.resolve("err");
            Process kompox = app.begin(err, command);
            String copy = Plain.volume(app) + (restore ? ".disk.first" : ".snapshot.second");
            await(
                    kompox,
                    err,
                    () ->
                            moment.equals("stopped")
                                    ? Shell.read(err).contains("  stop web")
                                    : engine.size(copy, "big") > 0);
            engine.kill();
            if (back.equals("soon")) {
                await(kompox, err, () -> Shell.read(err).contains("does not answer"));
                engine.start();
            }
            Result result = new Result(kompox.waitFor(), "", Shell.read(err));
            System.out.println(what + " " + moment + " " + back + ": " + result.all());
            if (back.equals("late")) {
                assertThat(result.code()).as(result.all()).isEqualTo(4);
                assertThat(result.err()).contains("does not answer", "systemctl start docker");
                engine.start();
            }
            assertClear(result);
            boolean done = result.code() == 0 || resume(app, result);

            assertThat(app.kompox("status").ok().out()).doesNotContain("Unfinished");
            app.kompox("up").ok();
            assertThat(Plain.content(app)).isEqualTo(restore && done ? then : now);
            assertThat(app.kompox("snapshot", "list", "-o", "name").ok().out().lines())
                    .hasSize(!restore && done ? 2 : 1);
            assertThat(app.kompox("disk", "list").ok().out())
                    .contains("assigned, in use")
                    .doesNotContain("being made");
            if (!done) {
                app.kompox(command).ok();
                assertThat(Plain.content(app)).isEqualTo(restore ? then : now);
            }
        }
    }

    /** Do as the error says; tell whether the operation was finished, and not undone. */
    private static boolean resume(App app, Result result) {
        Matcher id = RESUME.matcher(result.err());
        if (result.code() == 1) {
            assertThat(result.err()).contains("Everything was undone and is as before");
            return false;
        }
        assertThat(id.find()).as(result.all()).isTrue();
        Matcher remove = REMOVE.matcher(result.err());
        if (remove.find()) {
            app.run("docker", "rm", "-f", remove.group(1)).ok();
        }
        Result resumed = app.kompox("operation", "resume", id.group(1)).ok();
        System.out.println("resumed: " + resumed.all());
        return !resumed.all().contains("Undone: ");
    }

    private static void assertClear(Result result) {
        assertThat(result.code()).as(result.all()).isIn(0, 1, 4);
        assertThat(result.err().lines().filter(line -> line.startsWith("error: ")))
                .as(result.all())
                .hasSize(result.code() == 0 ? 0 : 1);
        Clear.noNoise(result);
    }

    private static void await(Process process, Path err, BooleanSupplier reached)
            throws InterruptedException {
        while (!reached.getAsBoolean()) {
            assertThat(process.isAlive()).as(Shell.read(err)).isTrue();
            Thread.sleep(1);
        }
    }
}
