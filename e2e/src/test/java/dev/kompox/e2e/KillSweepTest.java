package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.e2e.kill.Doomed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill a restore just before and just after each record of its journal, and then go on or back: the
 * app runs, with the one content or the other, and there is exactly one of everything.
 */
class KillSweepTest {

    private static final int KILLED = 137;
    private static final int MOST = 200;
    @TempDir private Path parent;

    @Test
    void goesOnFromEveryRecordOfARestore() {
        try (App app = running("killresume")) {
            Doomed doomed = new Doomed(Program.distribution(), parent);
            int point = 1;
            for (; point < MOST; point++) {
                int code = restore(app, doomed, point).code();
                if (code != KILLED) {
                    assertThat(code).as("the restore that nobody killed").isZero();
                    break;
                }
                String unfinished = unfinished(app);
                if (!unfinished.isEmpty()) {
                    app.kompox("operation", "resume", unfinished, "--yes").ok();
                } else if (read(app).equals("now")) {
                    // nothing had begun
                    app.kompox("restore", "then", "--yes").ok();
                }
                assertRestored(app, point);
                back(app);
            }
            System.out.println("killed at " + (point - 1) + " points, went on from each");
            assertThat(point).isGreaterThan(20);
            assertRestored(app, point);
        }
    }

    @Test
    void goesBackFromEveryRecordOfARestore() {
        try (App app = running("killrollback")) {
            Doomed doomed = new Doomed(Program.distribution(), parent);
            int point = 1;
            int refused = 0;
            for (; point < MOST; point++) {
                if (restore(app, doomed, point).code() != KILLED) {
                    break;
                }
                String unfinished = unfinished(app);
                if (unfinished.isEmpty()) {
                    back(app);
                    continue;
                }
                Result undone = app.kompox("operation", "rollback", unfinished, "--yes");
                if (undone.code() == 0) {
                    assertUntouched(app, point);
                } else {
                    refused++;
                    assertThat(undone.code()).as(undone.all()).isEqualTo(3);
                    assertThat(undone.all()).contains("kompox operation resume " + unfinished);
                    app.kompox("operation", "resume", unfinished, "--yes").ok();
                    assertRestored(app, point);
                }
                back(app);
            }
            System.out.println(
                    "killed at " + (point - 1) + " points, went back from all but " + refused);
            assertThat(point).isGreaterThan(20);
            assertThat(refused).as("only after the commit point").isBetween(1, point / 3);
        }
    }

    private static String compose(String image) {
        return """
        services:
          web:
            image: %s
            command: ["sh", "-c", "trap 'exit 0' TERM; while :; do sleep 0.1; done"]
            stop_grace_period: 5s
            volumes: ["data:/data"]
        volumes:
          data:
        """
                .formatted(image);
    }

    private App running(String name) {
        App app = App.in(parent, name, compose(App.image("KOMPOX_TEST_BUSYBOX_IMAGE", "busybox")));
        app.kompox("up").ok();
        write(app, "then");
        app.kompox("snapshot", "create", "--name", "then").ok();
        write(app, "now");
        return app;
    }

    private static Result restore(App app, Doomed doomed, int point) {
        return Shell.run(
                app.directory, app.environment, doomed.command(point, "restore", "then", "--yes"));
    }

    /** Return the operation that was cut off, or nothing if it had ended or had not begun. */
    private static String unfinished(App app) {
        return app.kompox("operation", "list")
                .ok()
                .out()
                .lines()
                .skip(1)
                .filter(line -> !line.contains(" completed ") && !line.contains(" rolled back "))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst()
                .orElse("");
    }

    private static void assertRestored(App app, int point) {
        List<String> disks = disks(app);
        assertThat(read(app)).as("content, killed at point %s", point).isEqualTo("then");
        assertAssigned(disks, "data/then", point);
        assertThat(disks).as("killed at point %s", point).hasSize(2);
        assertNothingLeft(app, disks, point);
    }

    private static void assertUntouched(App app, int point) {
        List<String> disks = disks(app);
        assertThat(read(app)).as("content, killed at point %s", point).isEqualTo("now");
        assertAssigned(disks, "data/main", point);
        assertThat(disks)
                .as("what may hold writes is in the trash; killed at point %s", point)
                .allMatch(line -> line.contains("assigned") || line.contains("trash"));
        assertNothingLeft(app, disks, point);
    }

    private static void assertAssigned(List<String> disks, String name, int point) {
        assertThat(disks)
                .as("disks, killed at point %s", point)
                .filteredOn(line -> line.contains("assigned"))
                .singleElement()
                .asString()
                .startsWith(name);
    }

    private static void assertNothingLeft(App app, List<String> disks, int point) {
        assertThat(unfinished(app)).as("killed at point %s", point).isEmpty();
        List<String> volumes =
                app.volumes().stream().filter(name -> !name.contains("ledger")).toList();
        assertThat(volumes).as("volumes, killed at point %s", point).hasSize(disks.size() + 1);
        for (String volume : volumes) {
            List<String> command =
                    List.of("docker", "ps", "-q", "--filter", "label=kompox.dev/helper");
            List<String> whole = new ArrayList<>(command);
            whole.addAll(List.of("--filter", "volume=" + volume));
            assertThat(app.run(whole.toArray(String[]::new)).out())
                    .as("helpers that still run, killed at point %s", point)
                    .isEmpty();
        }
    }

    /** Return to how it was before the restore: the first disk assigned, no other there. */
    private static void back(App app) {
        if (read(app).equals("then")) {
            app.kompox("restore", "--undo", "--yes").ok();
        }
        assertThat(read(app)).isEqualTo("now");
        for (String line : disks(app)) {
            if (!line.contains("assigned")) {
                String disk = line.substring(0, line.indexOf(' '));
                app.kompox("disk", "delete", disk, "--now", "--yes").ok();
            }
        }
    }

    private static List<String> disks(App app) {
        return app.kompox("disk", "list").ok().out().lines().skip(1).toList();
    }

    private static void write(App app, String text) {
        app.run("docker", "exec", app.project + "-web-1", "sh", "-c", "echo " + text + " > /data/f")
                .ok();
    }

    private static String read(App app) {
        return app.run("docker", "exec", app.project + "-web-1", "cat", "/data/f")
                .ok()
                .out()
                .strip();
    }
}
