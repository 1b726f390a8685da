package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on an engine that is reached by TLS or through ssh, as docker itself reaches it. */
class RemoteEngineTest {

    private static final Path SOCKET = Path.of("/var/run/docker.sock");

    @TempDir private Path parent;

    @Test
    void worksOverTls() throws IOException, GeneralSecurityException {
        try (App app = App.in(parent, "tls", Plain.compose())) {
            assumeTrue(Files.exists(SOCKET), "the engine is not at " + SOCKET);
            Path certificates = parent.resolve("certificates");
            TlsDoor.certificates(certificates);
            try (TlsDoor door = TlsDoor.open(certificates, SOCKET)) {
                reachBy(
                        app,
                        Map.of(
                                "DOCKER_HOST",
                                "tcp://127.0.0.1:" + door.port(),
                                "DOCKER_TLS_VERIFY",
                                "1",
                                "DOCKER_CERT_PATH",
                                certificates.toString()));
                doTheJob(app);

                app.environment.put("DOCKER_CERT_PATH", parent.resolve("nothing").toString());
                Clear.error(
                        app.kompox("status"),
                        1,
                        parent.resolve("nothing") + " (no ca.pem there) do not fit",
                        "export DOCKER_CERT_PATH");
                TlsDoor.certificates(parent.resolve("foreign"));
                app.environment.put("DOCKER_CERT_PATH", parent.resolve("foreign").toString());
                Clear.error(
                        app.kompox("status"),
                        1,
                        parent.resolve("foreign") + " do not fit",
                        "export DOCKER_CERT_PATH");
            } finally {
                app.environment.keySet().removeIf(name -> name.startsWith("DOCKER_"));
            }
        }
    }

    @Test
    void worksThroughSsh() throws IOException {
        try (App app = App.in(parent, "ssh", Plain.compose())) {
            assumeTrue(Files.exists(SOCKET), "the engine is not at " + SOCKET);
            Path ssh = Files.createDirectories(parent.resolve("bin")).resolve("ssh");
            Files.writeString(
                    ssh,
                    """
                    #!/bin/bash
                    # stands for ssh: runs here what it was to run there, and notes where that was
                    printf '%s\\n' "$*" >>"${0%/*}/calls"
                    while [ $# -gt 0 ] && [ "$1" != -- ]; do shift; done
                    unset DOCKER_HOST
                    exec bash -c "${*:3}"
                    """);
            Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwxr-xr-x"));
            reachBy(
                    app,
                    Map.of(
                            "DOCKER_HOST",
                            "ssh://ann@old-server:2222",
                            "PATH",
                            ssh.getParent() + ":" + System.getenv("PATH")));
            doTheJob(app);
            assertThat(Files.readString(ssh.resolveSibling("calls")))
                    .contains("-p 2222")
                    .contains("ann@old-server docker system dial-stdio");
        }
    }

    private static void reachBy(App app, Map<String, String> environment) {
        app.environment.putAll(environment);
    }

    private static void doTheJob(App app) {
        app.kompox("up").ok();
        Plain.write(app, "a", "one");
        String content = Plain.content(app);
        app.kompox("snapshot", "create", "--name", "first").ok();
        app.kompox("snapshot", "create", "--name", "second", "--frozen").ok();
        Plain.write(app, "a", "two");
        app.kompox("restore", "first", "--yes").ok();
        assertThat(Plain.content(app)).isEqualTo(content);
        app.kompox("restore", "--undo", "--yes").ok();
        assertThat(Plain.content(app)).isNotEqualTo(content);
        app.kompox("restore", "second", "--yes").ok();
        assertThat(Plain.content(app)).isEqualTo(content);
        assertThat(app.kompox("status", "-o", "name").ok().out().strip()).isEqualTo(app.project);
    }
}
