package dev.kompox.driver.csi.run;

import dev.kompox.driver.Tunnels;
import dev.kompox.driver.csi.claim.Namespaces;
import dev.kompox.driver.runtime.Tunnel;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.forward.PortForward;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/** Ways to ports of an app's pod. */
public final class ClusterTunnels implements Tunnels {

    private final ClusterConnection cluster;
    private final Namespaces namespaces;

    /** Work on a cluster. */
    public ClusterTunnels(ClusterConnection cluster, Namespaces namespaces) {
        this.cluster = cluster;
        this.namespaces = namespaces;
    }

    @Override
    public Tunnel open(
            Workload workload,
            InetSocketAddress local,
            String service,
            int port,
            Consumer<String> troubles) {
        Inside inside =
                new Inside(cluster, AppComponent.of(workload, namespaces.of(workload.app())));
        var _ = inside.target(service);
        return new PortForward(cluster).open(local, () -> inside.target(service), port, troubles);
    }
}
