package dev.kompox.kubernetes.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kompox.kubernetes.client.ClusterConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers as an API server would, where the test says what. */
public final class FakeCluster implements AutoCloseable {

    /** Answers requests for a path. */
    public interface Answer {
        /** Answer, as long as it takes; an exception breaks the connection. */
        void give(HttpExchange exchange, Map<String, String> query) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    private final Path kubeconfig;

    private FakeCluster(HttpServer server, Path kubeconfig) {
        this.server = server;
        this.kubeconfig = kubeconfig;
    }

    /** Start one. */
    public static FakeCluster start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Path kubeconfig = Files.createTempFile("kubeconfig", "");
            Files.writeString(
                    kubeconfig,
                    """
                    apiVersion: v1
                    kind: Config
                    current-context: fake
                    contexts: [{name: fake, context: {cluster: fake, user: nobody}}]
                    clusters: [{name: fake, cluster: {server: "http://127.0.0.1:%d"}}]
                    users: [{name: nobody, user: {}}]
                    """
                            .formatted(server.getAddress().getPort()));
            FakeCluster fake = new FakeCluster(server, kubeconfig);
            server.setExecutor(fake.threads);
            server.start();
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answer requests for paths that begin so. */
    public void at(String path, Answer answer) {
        server.createContext(
                path,
                exchange -> {
                    answer.give(exchange, query(exchange));
                    exchange.close();
                });
    }

    /** Answer with JSON. */
    public static void json(HttpExchange exchange, int code, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new LinkedHashMap<>();
        String text = exchange.getRequestURI().getQuery();
        if (text != null) {
            for (String part : text.split("&", -1)) {
                String[] pair = part.split("=", 2);
                query.put(pair[0], pair.length == 2 ? pair[1] : "");
            }
        }
        return query;
    }

    /** Reach it. */
    public ClusterConnection connect() {
        return ClusterConnection.open(TestNamespace.choice(kubeconfig));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            Files.delete(kubeconfig);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
