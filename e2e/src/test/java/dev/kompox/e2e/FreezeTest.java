package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to Kompox or to the engine, a frozen app thaws. */
class FreezeTest {

    /** Ten seconds of silence, and what the watchdog and a busy machine need on top. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir private Path parent;

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
        return app;
    }

    @Test
    void thawsAfterKompoxWasKilled() throws Exception {
        try (App app = running("freezekill")) {
            String web = app.project + "-web-1";
            String fill = "dd if=/dev/urandom of=/data/much bs=1M count=300";
            app.run("docker", "exec", web, "sh", "-c", fill).ok();
            List<String> command = new ArrayList<>(Program.installed());
            command.addAll(List.of("snapshot", "create", "--name", "s", "--frozen"));
            Path out = parent.resolve("out");
            Process kompox = app.start(command, out);
            while (!state(app).equals("paused")) {
                assertThat(kompox.isAlive()).as(Shell.read(out)).isTrue();
            }

            kompox.destroyForcibly().waitFor();

            awaitRunning(app);
            String id =
                    app.kompox("operation", "list", "-o", "name")
                            .ok()
                            .out()
                            .lines()
                            .findFirst()
                            .orElseThrow();
            app.kompox("operation", "rollback", id, "--yes").ok();
            assertThat(app.kompox("snapshot", "list", "-o", "name").ok().out()).isEmpty();
            assertThat(app.volumes()).noneMatch(name -> name.contains("snapshot"));
        }
    }

    /**
     * A program that is being started in the container at the instant of freezing, a health check
     * say, can make the engine wait for itself.
     */
    @Test
    void thawsThoughProgramsAreBeingStarted() throws IOException {
        try (App app = running("freezeexec")) {
            String exec = "timeout 60 docker exec " + app.project + "-web-1 true || sleep 0.02";
            for (int i = 0; i < 4; i++) {
                app.background("while :; do " + exec + "; done", Path.of("/dev/null"));
            }
            for (int i = 1; i <= 4; i++) {
                app.kompox("snapshot", "create", "--name", "s" + i, "--frozen").ok();
                assertThat(state(app)).isEqualTo("running");
            }
        }
    }

    private static void awaitRunning(App app) throws InterruptedException {
        Instant latest = Instant.now().plus(PATIENCE);
        while (!state(app).equals("running")) {
            assertThat(Instant.now()).as("the app is still frozen").isBefore(latest);
            Thread.sleep(100);
        }
    }

    private static String state(App app) {
        return app.run("docker", "inspect", "-f", "{{.State.Status}}", app.project + "-web-1")
                .ok()
                .out()
                .strip();
    }
}
