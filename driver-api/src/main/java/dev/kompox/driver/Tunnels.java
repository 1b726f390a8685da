package dev.kompox.driver;

import dev.kompox.driver.runtime.Tunnel;
import dev.kompox.driver.runtime.Workload;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/** Reach the ports of an app's services from this machine, published or not. */
public interface Tunnels {

    /**
     * Listen at an address of this machine and pass each connection on to a port of a service. An
     * instance that is replaced by another is followed: only connections that were open break.
     *
     * @param local where to listen; port 0 chooses a free one
     * @param service the service
     * @param port the port that it listens on, TCP
     * @param troubles told, a sentence each, why connections are not passed on; the tunnel stays
     * @throws dev.kompox.driver.failure.DriverException {@code NotFound} if the service does not
     *     run; {@code Conflict} if the address is taken
     */
    Tunnel open(
            Workload workload,
            InetSocketAddress local,
            String service,
            int port,
            Consumer<String> troubles);
}
