package dev.kompox.kubernetes.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.kit.FakeCluster;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PodLogsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final FakeCluster server = FakeCluster.start();
    private final FakeLogs logs = new FakeLogs(server);
    private final ClusterConnection cluster = server.connect();

    @AfterEach
    void close() {
        cluster.close();
        server.close();
    }

    @Test
    void linesOfSeveralPodsComeInTheOrderOfTime() {
        logs.pod("a").pod("b");
        logs.line("a", "05.100", "one");
        logs.line("a", "05.300", "three");
        logs.line("b", "05.200", "two");
        logs.line("b", "05.300", "four");
        assertThat(show(null, null)).isEqualTo(List.of("one", "two", "three", "four"));
    }

    @Test
    void aTailIsOfEachContainer() {
        logs.pod("a").pod("b");
        for (int i = 0; i < 5; i++) {
            logs.line("a", "05.1" + i, "a" + i);
            logs.line("b", "05.2" + i, "b" + i);
        }
        assertThat(show(2, null)).isEqualTo(List.of("a3", "a4", "b3", "b4"));
        assertThat(show(0, null)).isEmpty();
    }

    @Test
    void aStartIsExactToTheFraction() {
        logs.pod("a");
        logs.line("a", "05.100", "before");
        logs.line("a", "05.500", "after");
        assertThat(show(null, Instant.parse("2026-01-02T03:04:05.3Z"))).isEqualTo(List.of("after"));
    }

    @Test
    void aContainerThatHasNotStartedIsSkipped() {
        logs.pod("a").pod("b").waits("a");
        logs.line("b", "05.100", "one");
        assertThat(show(null, null)).isEqualTo(List.of("one"));
    }

    @Test
    void aLogThatBreaksOffIsNoShorterLog() {
        logs.pod("a");
        logs.line("a", "05.100", "one");
        logs.line("a", "05.200", "two");
        logs.breakAfter(1);
        assertThatThrownBy(() -> show(null, null))
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> assertThat(e.category()).isInstanceOf(Category.Transient.class));
    }

    @Test
    void aBrokenConnectionIsMadeAgainWithoutALineTwice() {
        logs.pod("a");
        try (Follows follows = new Follows(cluster, request(true, null, null))) {
            for (int i = 0; i < 3; i++) {
                logs.line("a", "05.0" + i, "x" + i);
            }
            follows.until("web  | x2", SOON);
            int opened = logs.opened();
            logs.breakAfter(2);
            for (int i = 3; i < 8; i++) {
                logs.line("a", i < 6 ? "05.05" : "06.0" + i, "x" + i);
            }
            follows.until("web  | x7", SOON);
            assertThat(logs.opened()).isGreaterThan(opened);
            assertThat(follows.lines())
                    .containsExactly(
                            "web  | x0",
                            "web  | x1",
                            "web  | x2",
                            "web  | x3",
                            "web  | x4",
                            "web  | x5",
                            "web  | x6",
                            "web  | x7");
        }
    }

    @Test
    void containersThatBeginAgainAndPodsThatReplaceOthersAreFollowed() {
        logs.pod("a").pod("c").waits("c");
        logs.line("a", "05.0", "past");
        try (Follows follows = new Follows(cluster, request(true, 0, null))) {
            logs.line("a", "05.1", "begun");
            follows.until("web  | begun", SOON);
            logs.line("a", "05.2", "last");
            logs.again("a");
            logs.line("a", "06.0", "again");
            follows.until("web  | again", SOON);
            logs.runs("c");
            logs.line("c", "07.0", "late");
            follows.until("web  | late", SOON);
            logs.remove("a");
            logs.pod("b");
            logs.line("b", "08.0", "replaced");
            follows.until("web  | replaced", SOON);
            assertThat(follows.lines())
                    .containsExactly(
                            "web  | begun",
                            "web  | last",
                            "web  | again",
                            "web  | late",
                            "web  | replaced");
        }
    }

    @Test
    void whoMayNotReadLogsIsToldSo() {
        server.at(
                "/api/v1/namespaces/n/pods/a/",
                (exchange, _) ->
                        FakeCluster.json(
                                exchange,
                                403,
                                """
                                {"kind": "Status", "code": 403, "message":
                                 "pods \\"a\\" is forbidden: User \\"u\\" cannot get resource \
                                \\"pods/log\\" in API group \\"\\" in the namespace \\"n\\""}
                                """));
        logs.pod("a");
        assertThatThrownBy(() -> show(null, null))
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> assertThat(e.category()).isInstanceOf(Category.Denied.class));
    }

    private List<String> show(@Nullable Integer tail, @Nullable Instant since) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(new PodLogs(cluster).show(request(false, tail, since), out)).isZero();
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replace("web  | ", ""))
                .toList();
    }

    private static LogRequest request(
            boolean follow, @Nullable Integer tail, @Nullable Instant since) {
        return new LogRequest(
                "n",
                "app=shop",
                new LinkedHashMap<>(Map.of("main", "web")),
                follow,
                tail,
                since,
                false,
                false);
    }
}
