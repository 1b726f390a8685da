package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The project of ten services, {@code e2e/projects/ten}, runs on a cluster as on an engine. */
@Tag("cluster")
class ClusterRunTest {

    private static final Path PROJECT = Path.of("projects/ten").toAbsolutePath();

    @RegisterExtension private static final SharedCluster SHARED = SharedCluster.small();

    @TempDir private Path parent;

    @Test
    void runsTenServicesAndChangesNothingWhenNothingChanged() throws IOException {
        try (App app = ten()) {
            kompox(app, "up", "--yes").ok();
            String before = state(app);
            assertThat(before.lines().filter(line -> line.startsWith("pod ")))
                    .as(before)
                    .hasSize(1);
            assertThat(kompox(app, "status").ok().out()).contains("is up");
            check(app);

            Result again = kompox(app, "up", "--yes").ok();

            assertThat(state(app)).as(again.all()).isEqualTo(before);

            String service = serviceWithShell(app);
            exec(app, service);
            logs(app, service);
            copies(app, service);

            String claims = claims(app);
            assertThat(claims).isNotBlank();
            kompox(app, "down", "--yes").ok();
            assertThat(side().pods(app)).isEmpty();
            assertThat(claims(app)).as("down leaves disks").isEqualTo(claims);

            kompox(app, "up", "--yes").ok();
            assertThat(claims(app)).isEqualTo(claims);
            assertThat(side().serving(app)).isEqualTo(1);
            check(app);
            assertThat(side().exec(app, "db", "cat", "/var/lib/db/data/stopped").ok().out())
                    .as("the database was asked by its own signal, and kept what it wrote then")
                    .contains("in order");
        }
    }

    private App ten() throws IOException {
        Map<String, String> environment = new LinkedHashMap<>(side().environment());
        environment.put("COMPOSE_PROJECT_NAME", "kompoxtestten");
        environment.put("TEN_TOKEN", "token of the environment");
        App app =
                App.in(
                        parent,
                        "ten",
                        Files.readString(PROJECT.resolve("compose.yaml")),
                        environment);
        app.run("cp", "-rT", PROJECT.toString(), app.directory.toString()).ok();
        List<String> images = app.compose("config", "--images").ok().out().lines().toList();
        SHARED.get().load(images.stream().distinct().toArray(String[]::new));
        return app;
    }

    /** The project's own word on whether each service does what it should. */
    private static void check(App app) {
        Result checked = kompox(app, "exec", "-T", "checker", "--", "/check.sh");
        assertThat(checked.code()).as(checked.all()).isZero();
    }

    private static void exec(App app, String service) {
        Result seven = kompox(app, "exec", "-T", service, "--", "sh", "-c", "echo out; exit 7");
        assertThat(seven.code()).as(seven.all()).isEqualTo(7);
        assertThat(seven.out()).isEqualTo("out\n");
        Result none = kompox(app, "exec", "-T", service, "--", "there-is-no-such-program");
        assertThat(none.code()).as(none.all()).isBetween(126, 127);
        assertThat(none.err()).contains("there-is-no-such-program");
        Clear.noNoise(none);
        Result killed = kompox(app, "exec", "-T", service, "--", "sh", "-c", "kill -9 $$");
        assertThat(killed.code()).as(killed.all()).isEqualTo(137);
    }

    /**
     * A line that a service's first program writes is told, as the cluster's own client tells it.
     */
    private static void logs(App app, String service) {
        String line = "line of " + service;
        String write = "for i in 1 2 3; do echo " + line + " $i; done >/proc/1/fd/1";
        side().exec(app, service, "sh", "-c", write).ok();
        String words = "logs deployment/" + Side.Kubernetes.component(app) + " -c " + service;
        assertThat(side().kubectl(app, words.split(" ", -1)).ok().out()).contains(line + " 3");

        assertThat(kompox(app, "logs").ok().out().lines())
                .anyMatch(told -> told.contains(service) && told.endsWith(line + " 1"));
        assertThat(kompox(app, "logs", "--tail", "2", service).ok().out())
                .contains(line + " 2", line + " 3")
                .doesNotContain(line + " 1");
    }

    private static void copies(App app, String service) throws IOException {
        byte[] bytes = new byte[3 << 20];
        new Random(7).nextBytes(bytes);
        Files.write(app.directory.resolve("there"), bytes);
        kompox(app, "cp", "there", service + ":/tmp/copied").ok();
        assertThat(side().exec(app, service, "wc", "-c", "/tmp/copied").ok().out().strip())
                .startsWith(String.valueOf(bytes.length));
        kompox(app, "cp", service + ":/tmp/copied", "back").ok();
        assertThat(Files.readAllBytes(app.directory.resolve("back"))).isEqualTo(bytes);
    }

    private static List<String> services(App app) {
        return app.compose("config", "--services").ok().out().lines().sorted().toList();
    }

    private static String serviceWithShell(App app) {
        Stream<String> all = services(app).stream();
        return all.filter(service -> side().exec(app, service, "sh", "-c", "true").code() == 0)
                .findFirst()
                .orElseThrow();
    }

    /** Return what shows whether anything was made anew, started again or written again. */
    private static String state(App app) {
        String generation =
                "{range .items[*]}deployment {.metadata.name} {.metadata.generation}{\"\\n\"}{end}";
        String set = "{range .items[*]}set {.metadata.name} {.metadata.uid}{\"\\n\"}{end}";
        String pod =
                "{range .items[*]}pod {.metadata.name} {.metadata.uid}"
                        + " {.status.containerStatuses[*].restartCount}"
                        + " {.status.initContainerStatuses[*].restartCount}{\"\\n\"}{end}";
        return see(app, "deployments", generation)
                + see(app, "replicasets", set)
                + see(app, "pods", pod)
                + see(app, "services,configmaps,secrets", "{.items[*].metadata.resourceVersion}");
    }

    private static String claims(App app) {
        String claim = "{range .items[*]}{.metadata.name} {.metadata.uid}{\"\\n\"}{end}";
        return see(app, "persistentvolumeclaims", claim);
    }

    private static String see(App app, String kind, String words) {
        return side().kubectl(app, "get", kind, "-o", "jsonpath=" + words).ok().out();
    }

    private static Result kompox(App app, String... words) {
        return app.kompoxAt(side(), words);
    }

    private static Side.Kubernetes side() {
        return new Side.Kubernetes(SHARED.get());
    }
}
