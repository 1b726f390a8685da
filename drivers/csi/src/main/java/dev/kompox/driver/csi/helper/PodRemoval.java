package dev.kompox.driver.csi.helper;

import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;

/** Removes pods of Kompox's own. Never fails: what cannot be removed ends by itself. */
public final class PodRemoval {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private PodRemoval() {}

    /** Have a pod removed, without waiting for it. */
    public static void begin(ClusterConnection cluster, Pod pod) {
        try {
            cluster.tell(
                    "removing a pod",
                    () -> cluster.client().pods().resource(pod).withGracePeriod(1).delete());
        } catch (DriverException e) {
            // it ends by itself, and the next one has another name
        }
    }

    /** Remove a pod and wait until it is gone, so that it holds nothing any more. */
    public static void complete(ClusterConnection cluster, Pod pod) {
        begin(cluster, pod);
        try {
            for (long waited = 0; waited < LONGEST.toMillis(); waited += POLL.toMillis()) {
                Pod left =
                        cluster.ask(
                                "waiting for a pod's end",
                                () -> cluster.client().pods().resource(pod).get());
                if (left == null
                        || !left.getMetadata().getUid().equals(pod.getMetadata().getUid())) {
                    return;
                }
                Thread.sleep(POLL);
            }
        } catch (DriverException e) {
            // it ends within a minute
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
