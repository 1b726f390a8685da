package dev.kompox.cli;

import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Places;
import dev.kompox.cli.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Run a representative set of commands in this process, so that the start-up cache learns which
 * classes they load. What they answer is thrown away; that some fail for want of an engine is part
 * of it. Those on a cluster must not fail: what comes after the failure would not be learnt.
 */
final class Training {

    private static final String COMPOSE =
            """
            name: train
            services:
              db:
                image: postgres:${TAG:-16}
                environment: {POSTGRES_PASSWORD: secret}
                volumes: ["db:/var/lib/postgresql/data"]
                healthcheck: {test: [CMD, pg_isready], interval: 5s}
              web:
                build: .
                depends_on: {db: {condition: service_healthy}}
                ports: ["8080:80"]
                volumes: ["./uploads:/uploads:ro"]
            volumes:
              db:
            """;

    /** What runs on any cluster, without disks. */
    private static final String PLAIN =
            """
            name: plain
            services:
              db:
                image: train
                environment: {POSTGRES_PASSWORD: secret}
                healthcheck: {test: [CMD, pg_isready], interval: 5s}
              web:
                image: train
                depends_on: {db: {condition: service_healthy}}
                ports: ["8080:80"]
            """;

    private static final List<List<String>> COMMANDS =
            List.of(
                    List.of("version", "-o", "json"),
                    List.of("help"),
                    List.of("help", "up"),
                    List.of("config"),
                    List.of("config", "--format", "json"),
                    List.of("config", "--services"),
                    List.of("status"),
                    List.of("status", "-o", "json"),
                    List.of("ps"),
                    List.of("ps", "-o", "yaml"),
                    List.of("plan"),
                    List.of("up", "--dry-run"),
                    List.of("disk", "list"),
                    List.of("snapshot", "list"),
                    List.of("snapshot", "create", "--dry-run"),
                    List.of("restore", "nothing", "--dry-run"),
                    List.of("operation", "list"),
                    List.of("convert"),
                    List.of("cluster", "list"),
                    List.of("explain", "services.ports"),
                    List.of("doctor"),
                    List.of("__complete", "--", "up", ""),
                    List.of("upp"),
                    List.of("up", "--detatch"));

    /** What those that work on a cluster load besides. */
    private static final List<List<String>> ON_A_CLUSTER =
            List.of(
                    onCluster("compose.yaml", "status"),
                    onCluster("compose.yaml", "plan"),
                    onCluster("compose.yaml", "ps"),
                    onCluster("compose.yaml", "disk", "list"),
                    onCluster("compose.yaml", "disk", "create", "db/train", "--yes"),
                    onCluster("plain.yaml", "up", "--yes"),
                    onCluster("plain.yaml", "up", "--yes"),
                    onCluster("plain.yaml", "status"),
                    onCluster("plain.yaml", "ps"),
                    onCluster("plain.yaml", "stop", "--yes"),
                    onCluster("plain.yaml", "down", "--yes"));

    private Training() {}

    private static List<String> onCluster(String file, String... words) {
        List<String> all = new ArrayList<>(List.of("-f", file, "--on", "kube:train"));
        all.addAll(List.of(words));
        return all;
    }

    /**
     * Run them.
     *
     * @param keys a PKCS 12 file with the keys {@code ec} and {@code rsa} for clusters and their
     *     users; null to leave clusters out
     */
    static int run(Terminal terminal, Places places, @Nullable Path keys) {
        try {
            Path directory = Files.createTempDirectory("kompox-train");
            Files.writeString(directory.resolve("compose.yaml"), COMPOSE);
            Files.writeString(directory.resolve("plain.yaml"), PLAIN);
            Files.writeString(
                    Files.createDirectory(directory.resolve("uploads")).resolve("a"), "a");
            try (TrainingPlace here = new TrainingPlace(terminal, places, directory)) {
                for (List<String> command : COMMANDS) {
                    var _ = here.run(command);
                }
                return keys == null ? Exit.OK : onClusters(here, keys);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys of most clusters are of one of two kinds, and most speak HTTP/2. */
    private static int onClusters(TrainingPlace here, Path keys) throws IOException {
        int worst = Exit.OK;
        try (TrainingCluster cluster = new TrainingCluster(keys, "ec", false)) {
            here.reach(cluster);
            for (List<String> command : ON_A_CLUSTER) {
                worst = Math.max(worst, here.succeed(command));
            }
        }
        try (TrainingCluster cluster = new TrainingCluster(keys, "rsa", true)) {
            here.reach(cluster);
            var _ = here.run(onCluster("plain.yaml", "ps"));
        }
        return worst;
    }
}
