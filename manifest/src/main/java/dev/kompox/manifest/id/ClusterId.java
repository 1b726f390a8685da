package dev.kompox.manifest.id;

import java.util.Optional;

/**
 * Identify a cluster: {@code /ws/WORKSPACE/prv/PROVIDER/cls/CLUSTER}.
 *
 * @param workspace the workspace's name, a DNS label
 * @param provider the provider's name, a DNS label
 * @param cluster the cluster's name, a DNS label
 */
public record ClusterId(String workspace, String provider, String cluster) implements ResourceId {

    /** Check the names. */
    public ClusterId {
        DnsLabel.check("workspace", workspace);
        DnsLabel.check("provider", provider);
        DnsLabel.check("cluster", cluster);
    }

    /** Give the provider it belongs to. */
    public ProviderId providerId() {
        return new ProviderId(workspace, provider);
    }

    @Override
    public String name() {
        return cluster;
    }

    @Override
    public Optional<ResourceId> parent() {
        return Optional.of(providerId());
    }

    @Override
    public String toString() {
        return providerId() + "/cls/" + cluster;
    }
}
