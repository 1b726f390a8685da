package dev.kompox.kubernetes.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.kit.CuttingProxy;
import dev.kompox.kubernetes.kit.TestNamespace;
import dev.kompox.kubernetes.kit.Wait;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Logs of a real cluster. */
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PodLogsClusterTest {

    private static final Duration SOON = Duration.ofMinutes(2);

    private @Nullable TestNamespace made;

    @BeforeAll
    void open() {
        made = TestNamespace.make();
    }

    @AfterAll
    void close() {
        if (made != null) {
            made.close();
        }
    }

    private TestNamespace namespace() {
        if (made == null) {
            throw new IllegalStateException("not opened");
        }
        return made;
    }

    @Test
    void whatServicesWroteComesInTheOrderOfTime() {
        namespace().create(shop());
        namespace().ready("shop");
        Wait.until("all is written", SOON, () -> show(null, true).size() == 12);
        assertThat(show(null, false))
                .startsWith("init   | prepared", "proxy  | ready")
                .contains("db     | db 4")
                .hasSize(12);
        List<String> times =
                show(null, true).stream().map(line -> line.substring(9).split(" ", 2)[0]).toList();
        assertThat(times).isSorted().allMatch(time -> time.matches("2.*T.*\\.\\d{9}(Z|\\+.*)"));
        assertThat(show(1, false)).hasSize(4);
    }

    /** One run is an even second after the other, so that each line has a second of its own. */
    private static String shop() {
        String loop = "for i in 0 1 2 3 4; do echo NAME $i; usleep 150000; done; exec sleep 1000";
        return """
        apiVersion: v1
        kind: Pod
        metadata: {name: shop, labels: {app: shop}}
        spec:
          terminationGracePeriodSeconds: 1
          initContainers:
          - {name: init, image: &i %1$s, imagePullPolicy: Never, command: [echo, prepared]}
          - name: proxy
            image: *i
            imagePullPolicy: Never
            restartPolicy: Always
            command: [sh, -c, "echo ready; exec sleep 1000"]
          containers:
          - {name: web, image: *i, imagePullPolicy: Never, command: [sh, -c, "%2$s"]}
          - {name: db, image: *i, imagePullPolicy: Never, command: [sh, -c, "%3$s"]}
        """
                .formatted(
                        TestNamespace.image(),
                        loop.replace("NAME", "web"),
                        loop.replace("NAME", "db"));
    }

    private List<String> show(@Nullable Integer tail, boolean timestamps) {
        SequencedMap<String, String> containers = new LinkedHashMap<>();
        List.of("web", "db", "init", "proxy").forEach(name -> containers.put(name, name));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LogRequest request =
                new LogRequest(
                        namespace().name(),
                        "app=shop",
                        containers,
                        false,
                        tail,
                        null,
                        timestamps,
                        false);
        new PodLogs(namespace().cluster()).show(request, out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** Three runs of a container, connections cut meanwhile, then another pod. */
    @Test
    void everyLineIsToldOnceAcrossRunsBreaksAndPods() throws Exception {
        try (CuttingProxy proxy = CuttingProxy.start();
                ClusterConnection cluster =
                        ClusterConnection.open(
                                TestNamespace.choice(proxy.through(TestNamespace.kubeconfig())));
                Follows follows = new Follows(cluster, counter())) {
            namespace().create(counting("first", "run$n", 200));
            for (int run = 1; run <= 3; run++) {
                follows.until("count  | run" + run + " 100", SOON);
                assertThat(proxy.cut()).isPositive();
                follows.until("count  | run" + run + " 199", SOON);
            }
            namespace().remove("first");
            namespace().create(counting("second", "other", 50));
            follows.until("count  | other 49", SOON);
            List<String> expected = new ArrayList<>();
            for (int run = 1; run <= 3; run++) {
                for (int i = 0; i < 200; i++) {
                    expected.add("count  | run" + run + " " + i);
                }
            }
            for (int i = 0; i < 50; i++) {
                expected.add("count  | other " + i);
            }
            assertThat(follows.lines()).startsWith(expected.toArray(String[]::new));
        }
    }

    private LogRequest counter() {
        SequencedMap<String, String> containers = new LinkedHashMap<>();
        containers.put("main", "count");
        return new LogRequest(
                namespace().name(), "app=counter", containers, true, null, null, false, false);
    }

    private static String counting(String pod, String word, int lines) {
        return """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, labels: {app: counter}}
        spec:
          terminationGracePeriodSeconds: 1
          containers:
          - name: main
            image: %s
            imagePullPolicy: Never
            command:
            - sh
            - -c
            - |
              n=$(($(cat /state/n 2>/dev/null || echo 0)+1)); echo $n >/state/n
              i=0; while [ $i -lt %d ]; do echo %s $i; i=$((i+1)); usleep 10000; done
            volumeMounts: [{name: state, mountPath: /state}]
          volumes: [{name: state, emptyDir: {}}]
        """
                .formatted(pod, TestNamespace.image(), lines, word);
    }
}
