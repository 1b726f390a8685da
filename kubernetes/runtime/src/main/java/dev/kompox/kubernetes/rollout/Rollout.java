package dev.kompox.kubernetes.rollout;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waits until the newest pod of a component is ready. */
public final class Rollout {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** Events are many and come seldom; they are read less often than the pod. */
    private static final int EVENTS_EVERY = 5;

    private final Pods pods;
    private final Trouble trouble;

    /** Wait for a component of a cluster. */
    public Rollout(ClusterConnection cluster, Component component) {
        this.pods = new Pods(cluster, component);
        this.trouble = new Trouble(pods);
    }

    /**
     * Wait until the pod that the deployment wants now is ready, telling what happens.
     *
     * @throws DriverException {@code Invalid} if a container failed or its image cannot be had,
     *     with its last lines; {@code Quota} if no node has room; {@code Transient} when the
     *     deadline passes first; {@code NotFound} if somebody removed the deployment
     */
    public void await(Call call) {
        Instant begun = call.time().now();
        Story story = new Story(pods.component(), call.progress(), pods.events());
        for (long i = 0; ; i++) {
            Deployment deployment = pods.deployment().orElseThrow(this::removed);
            Pod pod = newest();
            Duration waited = Duration.between(begun, call.time().now());
            if (pod != null) {
                if (i % EVENTS_EVERY == EVENTS_EVERY - 1) {
                    story.events(pods.events(), pod);
                }
                story.containers(pod, waited);
                if (ready(deployment)) {
                    return;
                }
                trouble.refuse(pod, waited, story.growing());
            } else {
                trouble.refuse(deployment);
            }
            if (call.expired() || waited.compareTo(LONGEST) > 0) {
                throw trouble.late(pod, waited, story.lastWarning());
            }
            pause(call);
        }
    }

    /** The pod that is to stay, or null while there is none. */
    private @Nullable Pod newest() {
        Optional<Pod> newest =
                pods.list().stream()
                        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                        .findFirst();
        return newest.orElse(null);
    }

    /**
     * See
     * https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#complete-deployment.
     */
    private static boolean ready(Deployment deployment) {
        DeploymentStatus status = deployment.getStatus();
        long wanted = Objects.requireNonNullElse(deployment.getSpec().getReplicas(), 1);
        return status != null
                && Objects.requireNonNullElse(status.getObservedGeneration(), 0L)
                        >= deployment.getMetadata().getGeneration()
                && Objects.requireNonNullElse(status.getUpdatedReplicas(), 0) >= wanted
                && Objects.requireNonNullElse(status.getReplicas(), 0) == wanted
                && Objects.requireNonNullElse(status.getReadyReplicas(), 0) >= wanted
                && wanted > 0;
    }

    private DriverException removed() {
        return new DriverException(
                new Category.NotFound(),
                "there is no deployment "
                        + pods.component().namespace()
                        + "/"
                        + pods.component().deployment(),
                "kompox up");
    }

    static void pause(Call call) {
        try {
            call.time().sleep(POLL);
        } catch (InterruptedException e) {
            throw DriverException.interrupted("waiting for a pod", e);
        }
    }

    /** Return what of the component is there. */
    public List<Pod> pods() {
        return pods.list();
    }
}
