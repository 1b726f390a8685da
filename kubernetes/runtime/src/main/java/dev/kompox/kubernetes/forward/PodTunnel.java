package dev.kompox.kubernetes.forward;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.Tunnel;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.exec.PodTarget;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Accepts connections and gives each a relay on a thread of its own. */
final class PodTunnel implements Tunnel {

    private final ClusterConnection cluster;
    private final ServerSocket server;
    private final Supplier<PodTarget> pod;
    private final int port;
    private final Notes notes;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Set<Relay> relays = new LinkedHashSet<>();

    PodTunnel(
            ClusterConnection cluster,
            ServerSocket server,
            Supplier<PodTarget> pod,
            int port,
            Notes notes) {
        this.cluster = cluster;
        this.server = server;
        this.pod = pod;
        this.port = port;
        this.notes = notes;
    }

    /** Begin to accept. */
    PodTunnel start() {
        Thread.ofPlatform().daemon().name("tunnel-" + port).start(this::accept);
        return this;
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                Relay relay = new Relay(cluster, new LocalEnd(socket), port, notes);
                if (add(relay)) {
                    Thread.ofPlatform().daemon().name("relay-" + port).start(() -> relay(relay));
                }
            }
        } catch (IOException e) {
            // what is closed on purpose has ended before
            ended.completeExceptionally(full(e));
        } finally {
            close();
        }
    }

    private void relay(Relay relay) {
        try {
            relay.run(pod);
        } finally {
            remove(relay);
        }
    }

    private synchronized boolean add(Relay relay) {
        if (ended.isDone()) {
            relay.stop();
            return false;
        }
        return relays.add(relay);
    }

    private synchronized void remove(Relay relay) {
        relays.remove(relay);
    }

    @Override
    public InetSocketAddress local() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    @Override
    public void await() {
        String doing = "a tunnel to port " + port + " was open";
        try {
            ended.get();
        } catch (InterruptedException e) {
            throw DriverException.interrupted(doing, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DriverException reason) {
                throw reason;
            }
            throw new IllegalStateException(e);
        }
    }

    private DriverException full(IOException e) {
        return new DriverException(
                new Category.Transient(),
                "no more connections can be taken at "
                        + PortForward.text(local())
                        + ": "
                        + e.getMessage(),
                "ulimit -n",
                null,
                e);
    }

    @Override
    public void close() {
        List<Relay> open;
        synchronized (this) {
            ended.complete(null);
            open = List.copyOf(relays);
        }
        try {
            server.close();
        } catch (IOException e) {
            // it accepts no more
        }
        open.forEach(Relay::stop);
    }
}
