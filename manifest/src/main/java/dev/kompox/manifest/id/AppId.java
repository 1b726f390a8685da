package dev.kompox.manifest.id;

import java.util.Optional;

/**
 * Identify an app: {@code /ws/WORKSPACE/prv/PROVIDER/cls/CLUSTER/app/APP}.
 *
 * @param workspace the workspace's name, a DNS label
 * @param provider the provider's name, a DNS label
 * @param cluster the cluster's name, a DNS label
 * @param app the app's name, a DNS label
 */
public record AppId(String workspace, String provider, String cluster, String app)
        implements ResourceId {

    /** Check the names. */
    public AppId {
        DnsLabel.check("workspace", workspace);
        DnsLabel.check("provider", provider);
        DnsLabel.check("cluster", cluster);
        DnsLabel.check("app", app);
    }

    /**
     * Identify an app that is only a directory with a Compose file.
     *
     * <p>Names that are no DNS labels (Compose allows {@code _}, a trailing {@code -} and any
     * length) are made labels by {@link DnsLabel#from}: two projects never share an app.
     *
     * @param dockerContext the Docker context it runs in, such as {@code default}
     * @param project the Compose project's name
     * @return {@code /ws/local/prv/docker/cls/CONTEXT/app/PROJECT}
     */
    public static AppId ofDirectory(String dockerContext, String project) {
        return new AppId("local", "docker", DnsLabel.from(dockerContext), DnsLabel.from(project));
    }

    /** Give the cluster it runs on. */
    public ClusterId clusterId() {
        return new ClusterId(workspace, provider, cluster);
    }

    @Override
    public String name() {
        return app;
    }

    @Override
    public Optional<ResourceId> parent() {
        return Optional.of(clusterId());
    }

    @Override
    public String toString() {
        return "/ws/" + workspace + "/prv/" + provider + "/cls/" + cluster + "/app/" + app;
    }
}
