package dev.kompox.manifest.id;

import java.util.Optional;

/**
 * Identify a box: {@code /ws/WORKSPACE/prv/PROVIDER/cls/CLUSTER/app/APP/box/BOX}.
 *
 * @param workspace the workspace's name, a DNS label
 * @param provider the provider's name, a DNS label
 * @param cluster the cluster's name, a DNS label
 * @param app the app's name, a DNS label
 * @param box the box's name, a DNS label
 */
public record BoxId(String workspace, String provider, String cluster, String app, String box)
        implements ResourceId {

    /** Check the names. */
    public BoxId {
        DnsLabel.check("workspace", workspace);
        DnsLabel.check("provider", provider);
        DnsLabel.check("cluster", cluster);
        DnsLabel.check("app", app);
        DnsLabel.check("box", box);
    }

    /** Give the app it stands beside. */
    public AppId appId() {
        return new AppId(workspace, provider, cluster, app);
    }

    @Override
    public String name() {
        return box;
    }

    @Override
    public Optional<ResourceId> parent() {
        return Optional.of(appId());
    }

    @Override
    public String toString() {
        return appId() + "/box/" + box;
    }
}
