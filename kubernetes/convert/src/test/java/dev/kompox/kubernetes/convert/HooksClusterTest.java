package dev.kompox.kubernetes.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signals arrive on a real cluster, in order, and end their containers at once and cleanly. */
@Tag("cluster")
class HooksClusterTest {

    /** Each says when it is told to end, and in what it finds the others. */
    private static final String COMPOSE =
            """
            name: signals
            services:
              db:
                image: kompox-test/busybox:latest
                pull_policy: never
                command:
                  - sh
                  - -c
                  - |
                    trap 'echo "db: $$(cat /data/web /data/cache 2>&1)" >>/data/log; exit 0' INT
                    trap 'echo "db: TERM" >>/data/log; exit 1' TERM
                    while :; do sleep 0.1; done
                stop_signal: SIGINT
                stop_grace_period: 20s
                volumes: ["data:/data"]
              cache:
                image: kompox-test/busybox:latest
                pull_policy: never
                command: ["sh", "-c", "trap 'echo cache has ended >/data/cache; exit 0' TERM; while :; do sleep 0.1; done"]
                stop_grace_period: 20s
                volumes: ["data:/data"]
                depends_on: [db]
              web:
                image: kompox-test/busybox:latest
                pull_policy: never
                command: ["sh", "-c", "trap 'sleep 2; echo web has ended >/data/web; exit 0' QUIT; trap 'exit 1' TERM; while :; do sleep 0.1; done"]
                post_start: [{command: [sh, -c, "echo hooked >/data/hook"]}]
                pre_stop: [{command: [sh, -c, "echo last words >>/data/log"]}]
                stop_signal: SIGQUIT
                stop_grace_period: 20s
                volumes: ["data:/data"]
                depends_on: [cache]
            volumes: {data: {}}
            """;

    @TempDir Path directory;

    @Test
    void signalsArriveInOrderAndContainersEndAtOnce() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), COMPOSE);
        try (Cluster cluster = Cluster.take("hooks")) {
            ConversionRequest request =
                    Projects.request(directory, cluster.namespace(), Publication.NONE);
            cluster.run(request);
            cluster.ready("signals-app");
            assertThat(cluster.exec("signals-app", "web", "cat", "/data/hook"))
                    .isEqualTo("hooked\n");

            Instant told = Instant.now();
            String ends = cluster.ends("signals-app");
            assertThat(ends.lines())
                    .containsExactlyInAnyOrder("db 0", "db--turn 0", "cache 0", "web 0");
            assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(15));

            cluster.start("signals-app");
            assertThat(cluster.exec("signals-app", "db", "cat", "/data/log"))
                    .isEqualTo("last words\ndb: web has ended\ncache has ended\n");
        }
    }
}
