package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the machine is told once, with what mends it, and {@code doctor} finds it. */
class EnvironmentTest {

    @TempDir private Path parent;

    @Test
    void saysThatThereIsNoEngine() {
        try (App app = App.in(parent, "nosocket", Plain.compose())) {
            app.environment.put("DOCKER_HOST", "unix:///nonexistent/docker.sock");
            for (String command : new String[] {"up", "status", "snapshot create"}) {
                Clear.error(
                        app.kompox(command.split(" ", -1)),
                        1,
                        "there is no Docker Engine at unix:///nonexistent/docker.sock",
                        "sudo systemctl start docker");
            }
            Clear.finding(
                    app.kompox("doctor"), "fail", "there is no Docker Engine", "docker context ls");
            app.environment.remove("DOCKER_HOST");
        }
    }

    @Test
    void saysThatAnEngineElsewhereDoesNotAnswer() {
        try (App app = App.in(parent, "noanswer", Plain.compose())) {
            app.environment.put("DOCKER_HOST", "tcp://127.0.0.1:1");
            Clear.error(
                    app.kompox("up"), 1, "tcp://127.0.0.1:1 does not answer", "docker context ls");
            Clear.finding(app.kompox("doctor"), "fail", "does not answer", "docker context ls");
            app.environment.put("DOCKER_HOST", "rubbish");
            Clear.error(app.kompox("up"), 1, "\"rubbish\" is no address", "docker context ls");
            app.environment.remove("DOCKER_HOST");
        }
    }

    @Test
    void saysThatThereIsNoSuchContext() {
        try (App app = App.in(parent, "nocontext", Plain.compose())) {
            Clear.error(
                    app.kompox("--context", "nope", "status"),
                    1,
                    "there is no docker context \"nope\"",
                    "docker context ls");
        }
    }

    @Test
    void saysThatTheSocketIsNotForThisUser() {
        try (App app = App.in(parent, "denied", Plain.compose())) {
            Clear.error(
                    Stranger.kompox(app, "up"),
                    1,
                    "you may not use the Docker Engine",
                    "usermod -aG docker");
            Clear.finding(
                    Stranger.kompox(app, "doctor"),
                    "fail",
                    "you may not use the Docker Engine",
                    "Join its group");
        }
    }

    @Test
    void saysThatThereIsNoDockerCommand() {
        try (App app = App.in(parent, "nocommand", Plain.compose())) {
            String path = System.getenv("PATH");
            app.environment.put("PATH", "/nonexistent");
            Clear.error(app.kompox("up"), 1, "no docker command on the PATH", "docs.docker.com");
            Clear.finding(app.kompox("doctor"), "fail", "no docker command", "Install it");
            app.environment.put("PATH", path);
            assertThat(app.volumes()).isEmpty();
        }
    }

    @Test
    void saysThatComposeIsMissing() throws IOException {
        try (App app = App.in(parent, "nocompose", Plain.compose())) {
            String path =
                    pretend(app, "echo \"docker: 'compose' is not a docker command.\" >&2; exit 1");
            Clear.error(
                    app.kompox("up"), 1, "no compose plugin", "docs.docker.com/compose/install");
            Clear.finding(
                    app.kompox("doctor"),
                    "fail",
                    "docker compose does not work",
                    "Install the plugin");
            app.environment.put("PATH", path);
        }
    }

    @Test
    void saysThatComposeIsTooOld() throws IOException {
        try (App app = App.in(parent, "oldcompose", Plain.compose())) {
            String path =
                    pretend(
                            app,
                            "case \"$*\" in *'version --short'*) echo 2.17.2; exit 0;;"
                                    + " *) echo 'unknown flag: --hash' >&2; exit 1;; esac");
            Clear.error(app.kompox("up"), 1, "docker compose 2.17.2 is too old", "compose/install");
            Clear.finding(
                    app.kompox("doctor"), "fail", "2.20 or newer is needed", "Install the plugin");
            app.environment.put("PATH", path);
        }
    }

    /** Put a docker command of one's own first, which treats {@code compose} in its own way. */
    private static String pretend(App app, String compose) throws IOException {
        Path bin = Files.createDirectories(app.directory.resolve("bin"));
        String real = app.run("sh", "-c", "command -v docker").ok().out().strip();
        Path docker = bin.resolve("docker");
        Files.writeString(
                docker,
                "#!/bin/sh\nif [ \"$1\" = compose ]; then\n"
                        + compose
                        + "\nfi\nexec "
                        + real
                        + " \"$@\"\n");
        app.run("chmod", "755", docker.toString()).ok();
        String path = System.getenv("PATH");
        app.environment.put("PATH", bin + ":" + path);
        return path;
    }
}
