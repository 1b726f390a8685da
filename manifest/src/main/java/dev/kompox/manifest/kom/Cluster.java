package dev.kompox.manifest.kom;

import dev.kompox.manifest.id.ClusterId;

/**
 * Hold a cluster: a place where apps run.
 *
 * @param id its id
 * @param header what every document has
 * @param existing whether it is there already and is not made or removed by Kompox
 * @param ingress how apps on it are reached from outside
 * @param protection what must not be done to it
 * @param settings the driver's settings for this cluster
 */
public record Cluster(
        ClusterId id,
        Header header,
        boolean existing,
        ClusterIngress ingress,
        Protection protection,
        Settings settings)
        implements KomResource {

    @Override
    public Kind kind() {
        return Kind.CLUSTER;
    }
}
