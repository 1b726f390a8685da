package dev.kompox.kubernetes.client;

import dev.kompox.driver.failure.DriverException;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reach one cluster as one user.
 *
 * <p>Opening reads files and may run a credential plugin; it does not call the cluster. Nothing is
 * called twice: what fails is told at once. May be used from several threads.
 */
public final class ClusterConnection implements AutoCloseable {

    private final KubeConfig kube;
    private final KubernetesClient client;
    private final ClusterFailure failure;
    private @Nullable HttpClient sockets;

    private ClusterConnection(KubeConfig kube, KubernetesClient client) {
        this.kube = kube;
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
        KubernetesClient client =
                new KubernetesClientBuilder()
                        .withConfig(kube.config())
                        .withHttpClientFactory(new JdkHttpClientFactory())
                        .build();
        return new ClusterConnection(kube, client);
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
            return question.get();
        } catch (RuntimeException e) {
            throw failure.of(doing, e);
        }
    }

    /** Tell the cluster something; see {@link #ask}. */
    public void tell(String doing, Runnable order) {
        try {
            order.run();
        } catch (RuntimeException e) {
            throw failure.of(doing, e);
        }
    }

    /** Say an exception that a call of {@link #client()} or a socket threw in a driver's words. */
    public DriverException failure(String doing, RuntimeException thrown) {
        return failure.of(doing, thrown);
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
            known = SocketAccess.client(kube.config());
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
        if (sockets != null) {
            sockets.shutdownNow();
        }
    }
}
