package dev.kompox.kubernetes.forward;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.Tunnel;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.exec.PodTarget;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Open ways from addresses of this machine to ports of pods, TCP.
 *
 * <p>Bytes go through the API server, each connection on a WebSocket of its own, and no faster in
 * either direction than they are taken. The pod sees connections from {@code 127.0.0.1}: what
 * listens on its outer address only cannot be reached.
 *
 * <p>What Kubernetes (1.34) leaves no way for:
 *
 * <ul>
 *   <li>A local program that ends only its own direction is not seen to have done so. The pod may
 *       still answer; when it has been silent for 5 seconds both directions end.
 *   <li>A pod's program that ends only its own direction has its connection closed by the container
 *       runtime a second later, which is also when the local program sees the end.
 * </ul>
 */
public final class PortForward {

    private static final int BACKLOG = 128;

    private final ClusterConnection cluster;

    /** Open ways into a cluster. */
    public PortForward(ClusterConnection cluster) {
        this.cluster = cluster;
    }

    /**
     * Listen at an address, and pass each connection on to a port of a pod.
     *
     * <p>A connection that cannot be passed on, or breaks off on the way, is reset; the tunnel goes
     * on.
     *
     * @param local where to listen; port 0 chooses a free one
     * @param pod asked for the pod at each connection, on a thread of the connection's own; its
     *     container does not matter. A {@code DriverException} of its is told and ends the
     *     connection
     * @param port the pod's port
     * @param troubles told why connections cannot be passed on, a sentence, once until one can be
     * @throws DriverException {@code Conflict} if the address is taken; {@code Denied} if this user
     *     may not listen there; {@code Invalid} if it is no address of this machine
     */
    public Tunnel open(
            InetSocketAddress local, Supplier<PodTarget> pod, int port, Consumer<String> troubles) {
        return new PodTunnel(cluster, listen(local), pod, port, new Notes(troubles)).start();
    }

    private static ServerSocket listen(InetSocketAddress local) {
        try {
            ServerSocket server = new ServerSocket();
            try {
                server.setReuseAddress(true);
                server.bind(local, BACKLOG);
                return server;
            } catch (IOException e) {
                server.close();
                throw e;
            }
        } catch (BindException e) {
            throw refused(local, e);
        } catch (IOException e) {
            throw new DriverException(
                    new Category.Invalid(),
                    "nothing can listen at " + text(local) + ": " + e.getMessage(),
                    "Choose an address of this machine: ip address",
                    null,
                    e);
        }
    }

    private static DriverException refused(InetSocketAddress local, BindException e) {
        String reason = Objects.requireNonNullElse(e.getMessage(), "");
        if (reason.contains("Permission denied")) {
            return new DriverException(
                    new Category.Denied("listen at port " + local.getPort()),
                    "this user may not listen at " + text(local),
                    "Choose a port from 1024 on",
                    null,
                    e);
        }
        if (reason.contains("Cannot assign")) {
            return new DriverException(
                    new Category.Invalid(),
                    text(local) + " is no address of this machine",
                    "Choose one of these: ip address",
                    null,
                    e);
        }
        return new DriverException(
                new Category.Conflict("listen at " + text(local), "somebody else listens there"),
                text(local) + " is taken by another program",
                "Choose another port, or see who has it: ss -ltnp 'sport = :"
                        + local.getPort()
                        + "'",
                null,
                e);
    }

    /** Return an address as people write it. */
    static String text(InetSocketAddress address) {
        String host =
                address.getAddress() == null
                        ? address.getHostString()
                        : address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
