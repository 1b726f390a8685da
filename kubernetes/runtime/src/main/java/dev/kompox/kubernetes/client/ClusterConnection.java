package dev.kompox.kubernetes.client;

import dev.kompox.driver.failure.DriverException;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reach one cluster as one user.
 *
 * <p>Opening reads files and may run a credential plugin; it does not call the cluster. Nothing is
 * called twice: what fails is told at once. May be used from several threads.
 */
public final class ClusterConnection implements AutoCloseable {

    private static final int MOST_WORDS = 64 * 1024;

    private final KubeConfig kube;
    private final KubernetesClient client;
    private final Connector connector;
    private final ClusterFailure failure;
    private final OneAhead first = new OneAhead();
    private @Nullable HttpClient sockets;

    private ClusterConnection(KubeConfig kube, KubernetesClient client, Connector connector) {
        this.kube = kube;
        this.connector = connector;
        this.client = client;
        this.failure = new ClusterFailure(kube);
    }

    /**
     * Reach what a choice names.
     *
     * @throws DriverException if the kubeconfig cannot be read, does not name the context, or its
     *     credential plugin fails
     */
    public static ClusterConnection open(ClusterChoice choice) {
        KubeConfig kube = KubeConfig.load(choice);
        Connector connector = new Connector(Trust.of(kube.config()));
        KubernetesClient client =
                new KubernetesClientBuilder()
                        .withConfig(kube.config())
                        .withHttpClientFactory(connector)
                        .withKubernetesSerialization(WireFormat.SERIALIZATION)
                        .build();
        return new ClusterConnection(kube, client, connector);
    }

    /** Return the context's name. */
    public String context() {
        return kube.context();
    }

    /** Return the address of the API server. */
    public String server() {
        return kube.config().getMasterUrl();
    }

    /**
     * Return fabric8's client for calls within {@link #ask}: what it throws elsewhere is not in the
     * driver interface's words.
     */
    public KubernetesClient client() {
        return client;
    }

    /**
     * Ask the cluster.
     *
     * @param doing what is being done, to follow "while", e.g. {@code "reading pods of shop"}
     * @throws DriverException what went wrong, in the driver interface's words
     */
    public <T> T ask(String doing, Supplier<T> question) {
        try {
            return first.ask(question);
        } catch (RuntimeException e) {
            throw failure.of(doing, e);
        }
    }

    /** Tell the cluster something; see {@link #ask}. */
    public void tell(String doing, Runnable order) {
        var _ =
                ask(
                        doing,
                        () -> {
                            order.run();
                            return "";
                        });
    }

    /** Say an exception that a call of {@link #client()} or a socket threw in a driver's words. */
    public DriverException failure(String doing, RuntimeException thrown) {
        return failure.of(doing, thrown);
    }

    /**
     * Return an address of the API server.
     *
     * @param path what follows the server's own address, encoded, e.g. {@code
     *     "api/v1/pods?limit=1"}
     */
    public URI address(String path) {
        String server = server();
        return URI.create(server + (server.endsWith("/") ? "" : "/") + path);
    }

    /**
     * Read what the API server answers to {@code GET}, bit by bit. What is not taken stays with the
     * server, however many answers are being read: each has a connection of its own, where one of
     * HTTP/2 would hold megabytes of every answer and stop them all when one is left unread.
     *
     * @param doing as for {@link #ask}
     * @param path as for {@link #address}
     * @param within how long the answer's beginning may take; null for as long as it takes
     * @return the answer, to be closed by the caller; reading it fails with {@link IOException},
     *     when the thread is interrupted too
     * @throws DriverException as {@link #ask}; {@code Interrupted}
     */
    public InputStream read(String doing, String path, @Nullable Duration within) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        SocketAccess.headers(kube.config()).forEach(request::header);
        CompletableFuture<HttpResponse<InputStream>> answer =
                sockets().sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try {
            HttpResponse<InputStream> begun =
                    within == null
                            ? answer.get()
                            : answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
            if (begun.statusCode() == 200) {
                return begun.body();
            }
            throw failure.of(doing, refusal(begun));
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw DriverException.interrupted(doing, e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failure.of(doing, new CompletionException(new HttpTimeoutException("timeout")));
        } catch (ExecutionException e) {
            throw failure.of(doing, new CompletionException(e.getCause()));
        }
    }

    private static KubernetesClientException refusal(HttpResponse<InputStream> answer) {
        String said = "";
        try (InputStream body = answer.body()) {
            said = new String(body.readNBytes(MOST_WORDS), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // the number has to do
        }
        return new KubernetesClientException(
                "HTTP " + answer.statusCode(), answer.statusCode(), ClusterFailure.status(said));
    }

    /** Return a builder of WebSockets to this cluster, with the user's login in its headers. */
    public WebSocket.Builder webSocket() {
        WebSocket.Builder builder = sockets().newWebSocketBuilder();
        SocketAccess.headers(kube.config()).forEach(builder::header);
        return builder;
    }

    private synchronized HttpClient sockets() {
        HttpClient known = sockets;
        if (known == null) {
            known = connector.sockets(kube.config());
            sockets = known;
        }
        return known;
    }

    /** Return the settings that fabric8 resolved. */
    public Config config() {
        return kube.config();
    }

    /** Let go of connections. Never fails. */
    @Override
    public synchronized void close() {
        client.close();
        connector.end();
    }
}
