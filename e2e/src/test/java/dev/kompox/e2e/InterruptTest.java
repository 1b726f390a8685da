package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Ctrl-C, or TERM, in a restore stops where one can go on or back, and says how; nothing is lost.
 */
class InterruptTest {

    @TempDir private Path parent;

    @ParameterizedTest
    @CsvSource({"beginning, resume, INT", "stopped, rollback, TERM"})
    void stopsSafelyAndSaysHowToGoOnAndBack(String moment, String then, String signal)
            throws Exception {
        try (App app = App.in(parent, "int" + moment + then, Plain.compose())) {
            String old = prepare(app);
            String now = Plain.content(app);

            Process restore = restore(app);
            await(app, restore, moment.equals("stopped") ? "  stop web" : null);
            send(signal, app, restore);
            assertThat(restore.waitFor(60, TimeUnit.SECONDS)).isTrue();

            String said = Shell.read(err(app));
            assertThat(restore.exitValue()).as(said).isEqualTo(4);
            assertThat(said).contains("Stopped safely before: ");
            assertThat(said)
                    .contains(
                            app.project
                                    + (moment.equals("stopped")
                                            ? " is down now."
                                            : " is running."));
            String id = said.lines().toList().getLast().replaceAll(".* ", "");
            assertThat(said).contains("  go on    kompox operation resume " + id);
            assertThat(said).endsWith("  go back  kompox operation rollback " + id + "\n");
            assertThat(app.kompox("status").ok().out())
                    .contains("kompox operation resume " + id)
                    .contains("kompox operation rollback " + id);
            Clear.error(
                    app.kompox("restore", "first", "--yes"),
                    3,
                    "was interrupted and is not finished",
                    "kompox operation rollback " + id);

            app.kompox("operation", then, id).ok();

            assertThat(Plain.content(app)).isEqualTo(then.equals("resume") ? old : now);
            assertThat(app.kompox("status").ok().out()).doesNotContain("Unfinished");
        }
    }

    @Test
    void stopsAtOnceTheSecondTimeAndStatusKnowsWhatIsUnfinished() throws Exception {
        try (App app = App.in(parent, "inttwice", Plain.compose())) {
            String old = prepare(app);
            Process restore = restore(app);
            await(app, restore, null);
            send("INT", app, restore);
            await(app, restore, "Stopping at the next safe point");
            send("INT", app, restore);
            assertThat(restore.waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(restore.exitValue()).as(Shell.read(err(app))).isEqualTo(130);
            assertThat(Shell.read(err(app))).endsWith("kompox status\n");
            String status = app.kompox("status").ok().out();
            assertThat(status).contains("Unfinished: restore");
            String id = status.lines().toList().getLast().replaceAll(".* ", "");
            app.kompox("operation", "resume", id).ok();
            assertThat(Plain.content(app)).isEqualTo(old);
        }
    }

    @Test
    void whatUpStartedStaysWhenATerminalInterruptsItAndUpGoesOn() throws Exception {
        String compose =
                Plain.compose()
                        .replace(
                                "    volumes:\n",
                                """
                                    healthcheck:
                                      test: [CMD, test, -e, /data/well]
                                      interval: 1s
                                    volumes:
                                """)
                        .replace(
                                "\nvolumes:",
                                """

                                  late:
                                    image: %s
                                    command: [sleep, "1000"]
                                    init: true
                                    depends_on: {web: {condition: service_healthy}}
                                volumes:\
                                """
                                        .formatted(
                                                App.image(
                                                        "KOMPOX_TEST_BUSYBOX_IMAGE",
                                                        "busybox:latest")));
        try (App app = App.in(parent, "intup", compose)) {
            Process up = start(app, List.of("setsid"), List.of("up"));
            for (int i = 0; i < 300 && !app.run("docker", "ps").out().contains(app.project); i++) {
                Thread.sleep(100);
            }
            // as a terminal does: to the whole group, compose included
            app.run("kill", "-INT", "--", "-" + up.pid()).ok();
            assertThat(up.waitFor(60, TimeUnit.SECONDS)).isTrue();

            String said = Shell.read(err(app));
            assertThat(up.exitValue()).as(said).isEqualTo(4);
            assertThat(said).contains("was interrupted").contains(app.project + " is running.");
            assertThat(said.lines().toList().getLast())
                    .contains("go on    kompox operation resume");
            String id = said.lines().toList().getLast().replaceAll(".* ", "");
            Clear.error(
                    app.kompox("operation", "rollback", id),
                    3,
                    "did stays; it can only go on",
                    "kompox operation resume " + id);

            Plain.write(app, "well", "yes");
            app.kompox("up").ok();
            assertThat(app.kompox("status").ok().out())
                    .contains("2 of 2")
                    .doesNotContain("Unfinished");
        }
    }

    /** Start an app, take restore point {@code first} and change the disk; return what it held. */
    private static String prepare(App app) {
        app.kompox("up").ok();
        app.run(
                        "docker",
                        "exec",
                        Plain.container(app),
                        "dd",
                        "if=/dev/urandom",
                        "of=/data/big",
                        "bs=1M",
                        "count=64")
                .ok();
        String old = Plain.content(app);
        app.kompox("snapshot", "create", "--name", "first").ok();
        Plain.write(app, "late", "two");
        return old;
    }

    private static Process restore(App app) throws IOException {
        return start(app, List.of(), List.of("restore", "first", "--yes"));
    }

    private static Process start(App app, List<String> before, List<String> arguments)
            throws IOException {
        // what runs in the background of a script has the signal ignored
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(before);
        command.addAll(Program.installed());
        command.addAll(arguments);
        return Shell.start(app.directory, app.environment, command, Path.of("/dev/null"), err(app));
    }

    private static Path err(App app) {
        return app.directory.resolve("restore.err");
    }

    /** Wait until a line is told; without one, until the first step is under way. */
    private static void await(App app, Process process, @Nullable String line) throws Exception {
        for (int i = 0; i < 3000; i++) {
            if (line == null ? begun(app) : Shell.read(err(app)).contains(line)) {
                return;
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("it never came to that: " + Shell.read(err(app)));
    }

    /** Tell whether the first step is under way: its intent is in the journal. */
    private static boolean begun(App app) throws IOException {
        Path state = app.directory.resolveSibling(app.project + "-state");
        try (var files = Files.walk(state)) {
            return files.filter(file -> file.toString().contains("/rs-"))
                    .filter(file -> file.endsWith("journal.jsonl"))
                    .anyMatch(file -> Shell.read(file).contains("\"type\":\"intent\""));
        }
    }

    private static void send(String signal, App app, Process process) {
        app.run("kill", "-" + signal, String.valueOf(process.pid())).ok();
    }
}
