package dev.kompox.manifest.id;

/**
 * Identify an app: {@code /ws/WORKSPACE/prv/PROVIDER/cls/CLUSTER/app/APP}.
 *
 * @param workspace the workspace's name, a DNS label
 * @param provider the provider's name, a DNS label
 * @param cluster the cluster's name, a DNS label
 * @param app the app's name, a DNS label
 */
public record AppId(String workspace, String provider, String cluster, String app) {

    @Override
    public String toString() {
        return "/ws/" + workspace + "/prv/" + provider + "/cls/" + cluster + "/app/" + app;
    }
}
