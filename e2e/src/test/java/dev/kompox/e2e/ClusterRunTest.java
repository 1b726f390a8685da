package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

    @RegisterExtension private static final SharedCluster SHARED = new SharedCluster("ktestu", 1);

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

            Result again = kompox(app, "up", "--yes").ok();

            assertThat(state(app)).as(again.all()).isEqualTo(before);

            String service = serviceWithShell(app);
            exec(app, service);
            logs(app);
            copies(app, service);

            String claims = claims(app);
            assertThat(claims).isNotBlank();
            long bytes = SHARED.get().bytesOnDisks(1, "");
            kompox(app, "down", "--yes").ok();
            assertThat(side().pods(app)).isEmpty();
            assertThat(claims(app)).as("down leaves disks").isEqualTo(claims);
            assertThat(SHARED.get().bytesOnDisks(1, "")).isGreaterThan(bytes / 2);

            kompox(app, "up", "--yes").ok();
            assertThat(claims(app)).isEqualTo(claims);
            assertThat(side().serving(app)).isEqualTo(1);
        }
    }

    private App ten() throws IOException {
        assumeTrue(Files.exists(PROJECT.resolve("compose.yaml")), "there is no " + PROJECT);
        Map<String, String> environment = new LinkedHashMap<>(side().environment());
        environment.put("COMPOSE_PROJECT_NAME", "kompoxtestten");
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

    private static void exec(App app, String service) {
        Result seven = kompox(app, "exec", "-T", service, "--", "sh", "-c", "echo out; exit 7");
        assertThat(seven.code()).as(seven.all()).isEqualTo(7);
        assertThat(seven.out()).isEqualTo("out\n");
        Result none = kompox(app, "exec", "-T", service, "--", "there-is-no-such-program");
        assertThat(none.code()).as(none.all()).isBetween(126, 127);
        Result killed = kompox(app, "exec", "-T", service, "--", "sh", "-c", "kill -9 $$");
        assertThat(killed.code()).as(killed.all()).isEqualTo(137);
    }

    /** Every line of what services wrote is known to the cluster's own client, too. */
    private static void logs(App app) {
        String all = kompox(app, "logs").ok().out();
        assertThat(all).isNotBlank();
        int compared = 0;
        for (String service : services(app)) {
            String mine = kompox(app, "logs", "--tail", "3", service).ok().out();
            Result theirs = logs(app, service);
            if (theirs.code() == 0 && !theirs.out().isBlank()) {
                String last = theirs.out().lines().reduce("", (_, line) -> line);
                assertThat(mine).as("logs of " + service).isNotBlank();
                compared += mine.contains(last) ? 1 : 0;
            }
        }
        assertThat(compared).as("services whose last line is the same").isPositive();
    }

    private static Result logs(App app, String service) {
        String words =
                "logs deployment/" + Side.Kubernetes.component(app) + " --tail=1 -c " + service;
        return side().kubectl(app, words.split(" ", -1));
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
        String[] all = new String[words.length + 2];
        all[0] = "--on";
        all[1] = side().place();
        System.arraycopy(words, 0, all, 2, words.length);
        return app.kompox(all);
    }

    private static Side.Kubernetes side() {
        return new Side.Kubernetes(SHARED.get());
    }
}
