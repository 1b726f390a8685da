package dev.kompox.kubernetes.socket;

import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Open WebSockets to what the API server offers of a pod. */
public final class PodSocket {

    private static final Duration CONNECT = Duration.ofSeconds(30);

    private PodSocket() {}

    /**
     * Open one.
     *
     * @param doing what is being done, to follow "while"
     * @param path see {@link #path}, with what is wanted appended, e.g. {@code
     *     "portforward?ports=80"}
     * @param protocols the subprotocols, the preferred one first
     * @throws DriverException {@code NotFound} if there is no such pod; {@code Denied}; {@code
     *     Transient}; {@code Interrupted}
     */
    public static WebSocket open(
            ClusterConnection cluster,
            String doing,
            String path,
            List<String> protocols,
            WebSocket.Listener listener) {
        String[] others = protocols.subList(1, protocols.size()).toArray(String[]::new);
        try {
            return cluster.webSocket()
                    .connectTimeout(CONNECT)
                    .subprotocols(protocols.getFirst(), others)
                    .buildAsync(address(cluster, path), listener)
                    .get();
        } catch (InterruptedException e) {
            throw DriverException.interrupted(doing, e);
        } catch (ExecutionException e) {
            throw cluster.failure(doing, new CompletionException(e.getCause()));
        }
    }

    private static URI address(ClusterConnection cluster, String path) {
        return URI.create("ws" + cluster.address(path).toString().substring("http".length()));
    }

    /** Return a pod's path below the server's address, with a slash at its end. */
    public static String path(String namespace, String pod) {
        return "api/v1/namespaces/" + encode(namespace) + "/pods/" + encode(pod) + "/";
    }

    /** Encode a word of a path or of what is asked. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
