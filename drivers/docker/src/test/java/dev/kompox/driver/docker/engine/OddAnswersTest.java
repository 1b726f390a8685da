package dev.kompox.driver.docker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.kompox.driver.failure.DriverException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What engines answer after they were killed, or while their disk was full. */
class OddAnswersTest {

    private static final String ID =
            "e48b2ea429460c027df78f654c5b16e8803e9313c2d1e08224caf4e297554eec";

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Map<String, Deque<String>> before = new LinkedHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Engine engine;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String path = exchange.getRequestURI().getPath().replaceFirst("^/v1[.]41", "");
                    asked.add(exchange.getRequestMethod() + " " + path);
                    String usual = answers.getOrDefault(path, "404 {\"message\":\"absent\"}");
                    String first = before.getOrDefault(path, new ArrayDeque<>()).poll();
                    String answer = first == null ? usual : first;
                    byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(
                            Integer.parseInt(answer.substring(0, 3)),
                            body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        answers.put("/_ping", "200 OK");
        engine = new Engine(new Endpoint.Tcp("127.0.0.1", server.getAddress().getPort()));
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void asksAgainForTheLabelsOfAVolumeThatARestartedEngineLeavesOut() {
        answers.put("/volumes/create", "201 {\"Name\":\"v\",\"Labels\":null}");
        answers.put("/volumes/v", "200 {\"Name\":\"v\",\"Labels\":{\"a\":\"b\"}}");

        VolumeInfo made = engine.createVolume("v", new LinkedHashMap<>(Map.of("a", "b")));

        assertThat(made.labels()).containsExactly(Map.entry("a", "b"));
    }

    @Test
    void takesARunningContainerForRunningThoughTheListCallsItCreated() {
        answers.put("/containers/json", "200 [{\"Id\":\"c\",\"State\":\"created\"}]");
        answers.put("/containers/c/json", "200 {\"State\":{\"Status\":\"running\"}}");

        ContainerInfo listed = engine.containers(Map.of()).getFirst();

        assertThat(listed.alive()).isFalse();
        assertThat(engine.confirm(listed).alive()).isTrue();
    }

    @Test
    void keepsWhatTheListSaysOfAContainerThatIsGone() {
        ContainerInfo listed =
                new ContainerInfo(
                        "c", "web", "image", "exited", new LinkedHashMap<>(), List.of(), List.of());

        assertThat(engine.confirm(listed)).isEqualTo(listed);
    }

    @Test
    void asksAgainForAContainerThatTheEngineIsRemoving() {
        String busy = "409 {\"message\":\"removal of container c is already in progress\"}";
        before.put("/containers/c", new ArrayDeque<>(List.of(busy, busy)));
        answers.put("/containers/c", "204 ");

        engine.removeContainer("c");

        assertThat(asked).filteredOn("DELETE /containers/c"::equals).hasSize(3);
    }

    @Test
    void tellsOfAContainerThatCannotBeRemoved() {
        answers.put("/containers/c", "409 {\"message\":\"it is held\"}");

        assertThatThrownBy(() -> engine.removeContainer("c")).hasMessageContaining("it is held");
    }

    @Test
    void tellsHowToGetRidOfAContainerThatWasLeftHalfStarted() {
        answers.put("/containers/c/start", "409 {\"message\":\"task " + ID + ": already exists\"}");

        assertThatThrownBy(() -> engine.start("c"))
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e ->
                                assertThat(e.remedy())
                                        .endsWith("docker rm -f " + ID.substring(0, 12)));
    }
}
