package dev.kompox.driver.csi.helper;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.claim.Namespaces;
import dev.kompox.driver.csi.image.Registry;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.exec.PodExec;
import dev.kompox.manifest.id.AppId;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Start helper pods. A helper lives as long as its maker writes to it. */
public final class Helpers {

    private static final Duration POLL = Duration.ofMillis(150);

    /**
     * How long a pod of Kompox's own may take to run: a node that an autoscaler adds takes minutes,
     * and so may a disk that is attached.
     */
    public static final Duration LONGEST = Duration.ofMinutes(6);

    private static final Set<String> HOPELESS =
            Set.of("ErrImageNeverPull", "InvalidImageName", "CreateContainerConfigError");
    private static final Set<String> UNLIKELY = Set.of("ErrImagePull", "ImagePullBackOff");
    private static final Duration PULL_PATIENCE = Duration.ofSeconds(20);

    private final ClusterConnection cluster;
    private final Namespaces namespaces;
    private final String image;
    private final PodExec exec;

    /** Start helpers of an image. */
    public Helpers(ClusterConnection cluster, Namespaces namespaces, String image) {
        this.cluster = cluster;
        this.namespaces = namespaces;
        this.image = image;
        this.exec = new PodExec(cluster);
    }

    /**
     * Start a helper with some claims mounted.
     *
     * @param zone the zone it must be in; empty for any
     * @param node the node it must be on; null for any
     * @throws DriverException {@code Invalid} if it can never run, e.g. because its image cannot be
     *     fetched; {@code Transient} if it does not run in time; nothing is left then
     */
    public HelperPod start(
            AppId app, List<HelperMount> mounts, String zone, @Nullable String node, Call call) {
        Pod wanted = new HelperSpec(image, zone, node).pod(app, namespaces.of(app), mounts);
        Pod made =
                cluster.ask(
                        "starting a helper",
                        () -> cluster.client().pods().resource(wanted).create());
        try {
            await(made, call);
            return new HelperPod(cluster, exec, made);
        } catch (RuntimeException e) {
            PodRemoval.complete(cluster, made);
            throw e;
        }
    }

    /** Remove a helper that has no maker any more, and wait until it is gone. */
    public void remove(Pod helper) {
        PodRemoval.complete(cluster, helper);
    }

    private void await(Pod made, Call call) {
        Instant start = call.time().now();
        while (true) {
            Pod pod =
                    cluster.ask(
                            "waiting for a helper",
                            () -> cluster.client().pods().resource(made).get());
            if (pod == null) {
                throw new DriverException(
                        new Category.Transient(),
                        "somebody removed helper pod " + made.getMetadata().getName(),
                        "Try again");
            }
            if (running(pod)) {
                return;
            }
            Instant now = call.time().now();
            refuseHopeless(pod, Duration.between(start, now));
            if (call.expired() || now.isAfter(start.plus(LONGEST))) {
                throw new DriverException(
                        new Category.Transient(),
                        "helper pod "
                                + made.getMetadata().getName()
                                + " does not run in time"
                                + PodEvents.last(cluster, pod),
                        "kubectl --context "
                                + cluster.context()
                                + " -n "
                                + made.getMetadata().getNamespace()
                                + " get events");
            }
            pause(call);
        }
    }

    private static boolean running(Pod pod) {
        return "Running".equals(pod.getStatus().getPhase())
                && statuses(pod).stream().allMatch(one -> one.getState().getRunning() != null);
    }

    private static List<ContainerStatus> statuses(Pod pod) {
        return Objects.requireNonNullElse(pod.getStatus().getContainerStatuses(), List.of());
    }

    private void refuseHopeless(Pod pod, Duration waited) {
        for (ContainerStatus status : statuses(pod)) {
            ContainerStateWaiting waiting = status.getState().getWaiting();
            String reason = waiting == null ? "" : Objects.toString(waiting.getReason(), "");
            boolean pull = UNLIKELY.contains(reason) && waited.compareTo(PULL_PATIENCE) > 0;
            if (waiting != null && (HOPELESS.contains(reason) || pull)) {
                throw Registry.lacksHelper(cluster.context(), image, reason, waiting.getMessage());
            }
        }
        if ("Failed".equals(pod.getStatus().getPhase())
                || "Succeeded".equals(pod.getStatus().getPhase())) {
            throw new DriverException(
                    new Category.Transient(),
                    "helper pod "
                            + pod.getMetadata().getName()
                            + " ended at once"
                            + (pod.getStatus().getMessage() == null
                                    ? ""
                                    : ": " + pod.getStatus().getMessage()),
                    "Try again");
        }
    }

    private static void pause(Call call) {
        try {
            call.time().sleep(POLL);
        } catch (InterruptedException e) {
            throw DriverException.interrupted("waiting for a helper", e);
        }
    }
}
