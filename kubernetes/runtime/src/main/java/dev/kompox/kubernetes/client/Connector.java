package dev.kompox.kubernetes.client;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Makes fabric8's HTTP client with our {@link Trust} instead of its own, and has it end: a client
 * that fabric8 merely drops waits for its sockets, and Java's end waits 0.3 s for whoever does.
 */
final class Connector extends JdkHttpClientFactory {

    private static final Duration SOON = Duration.ofMillis(100);

    private final Trust trust;
    private final List<java.net.http.HttpClient> made = new CopyOnWriteArrayList<>();

    Connector(Trust trust) {
        this.trust = trust;
    }

    @Override
    public HttpClient.Builder newBuilder(Config config) {
        boolean trusting = config.isTrustCerts();
        // what fabric8 would read is replaced below, before anything connects
        config.setTrustCerts(true);
        try {
            HttpClient.Builder builder = super.newBuilder(config);
            trust.give(builder);
            return builder;
        } finally {
            config.setTrustCerts(trusting);
        }
    }

    @Override
    protected java.net.http.HttpClient.Builder createNewHttpClientBuilder() {
        return new NotedClients(super.createNewHttpClientBuilder(), made);
    }

    /** Return a client beside fabric8's, for answers and sockets that each have a connection. */
    java.net.http.HttpClient sockets(Config config) {
        java.net.http.HttpClient client = SocketAccess.client(config, trust);
        made.add(client);
        return client;
    }

    /** End what was made. */
    void end() {
        made.forEach(Connector::end);
    }

    /** End a client, and wait a moment until it has let go of its sockets. */
    private static void end(java.net.http.HttpClient client) {
        client.shutdownNow();
        try {
            var _ = client.awaitTermination(SOON);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
