package dev.kompox.driver.csi.run;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.rollout.Component;
import dev.kompox.kubernetes.rollout.Pods;
import java.time.Duration;
import java.time.Instant;

/** Waits until nothing of a removed app is left that could start a pod. */
record Removal(ClusterConnection cluster, Component component) {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    void await(Call call) {
        Pods pods = new Pods(cluster, component);
        Instant latest = call.time().now().plus(LONGEST);
        while (pods.deployment().isPresent() || !pods.list().isEmpty()) {
            if (call.expired() || call.time().now().isAfter(latest)) {
                throw new DriverException(
                        new Category.Transient(),
                        "deployment " + component.deployment() + " does not go away",
                        "kubectl --context "
                                + cluster.context()
                                + " -n "
                                + component.namespace()
                                + " get deployments,pods");
            }
            try {
                call.time().sleep(POLL);
            } catch (InterruptedException e) {
                throw DriverException.interrupted("waiting for a deployment to go", e);
            }
        }
    }
}
