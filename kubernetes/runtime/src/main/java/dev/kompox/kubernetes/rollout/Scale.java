package dev.kompox.kubernetes.rollout;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.apply.ApiServer;
import dev.kompox.kubernetes.apply.ObjectKind;
import dev.kompox.kubernetes.client.ClusterConnection;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Takes a component to no pod, and back to one. */
public final class Scale {

    /** How long a pod may outlive its own grace period before its node is taken for dead. */
    private static final Duration BEYOND_GRACE = Duration.ofSeconds(45);

    /** What a watch tells may come after what a list does. */
    private static final Duration FOR_THE_LAST_WORD = Duration.ofSeconds(3);

    private final ClusterConnection cluster;
    private final Component component;
    private final Pods pods;

    /** Scale a component of a cluster. */
    public Scale(ClusterConnection cluster, Component component) {
        this.cluster = cluster;
        this.component = component;
        this.pods = new Pods(cluster, component);
    }

    /**
     * Have no pod any more, and wait until the last one is gone.
     *
     * @return the exit code of each container that ended, as far as the cluster told
     * @throws DriverException {@code InUse} if a pod does not go: its node does not answer, and
     *     nobody can say whether its programs still run
     */
    public SequencedMap<String, Integer> toNothing(Call call) {
        Map<String, Integer> ended = new ConcurrentHashMap<>();
        Set<String> gone = ConcurrentHashMap.newKeySet();
        Set<String> known =
                pods.list().stream()
                        .map(pod -> pod.getMetadata().getUid())
                        .collect(Collectors.toSet());
        try (PodWatch _ =
                new PodWatch(
                        cluster,
                        component,
                        (pod, over) -> {
                            note(pod, ended);
                            if (over) {
                                gone.add(pod.getMetadata().getUid());
                            }
                        })) {
            replicas(0);
            awaitGone(ended, call);
            for (Instant latest = call.time().now().plus(FOR_THE_LAST_WORD);
                    !gone.containsAll(known) && call.time().now().isBefore(latest); ) {
                Rollout.pause(call);
            }
        }
        SequencedMap<String, Integer> ordered = new LinkedHashMap<>();
        component.members().keySet().stream()
                .filter(ended::containsKey)
                .forEach(name -> ordered.put(name, ended.get(name)));
        return Collections.unmodifiableSequencedMap(ordered);
    }

    /** Have one pod again; does not wait for it. */
    public void toOne() {
        replicas(1);
    }

    private void replicas(int number) {
        var _ =
                new ApiServer(cluster)
                        .merge(
                                ObjectKind.DEPLOYMENT,
                                component.namespace(),
                                component.deployment(),
                                Map.of("spec", Map.of("replicas", number)));
    }

    private static void note(Pod pod, Map<String, Integer> ended) {
        for (ContainerStatus status : Pods.statuses(pod)) {
            boolean over = status.getState() != null && status.getState().getTerminated() != null;
            if (over && status.getState().getTerminated().getExitCode() != null) {
                ended.put(status.getName(), status.getState().getTerminated().getExitCode());
            }
        }
    }

    private void awaitGone(Map<String, Integer> ended, Call call) {
        Instant begun = call.time().now();
        while (true) {
            List<Pod> left = pods.list();
            if (left.isEmpty()) {
                return;
            }
            left.forEach(pod -> note(pod, ended));
            Duration waited = Duration.between(begun, call.time().now());
            Duration longest = grace(left).plus(BEYOND_GRACE);
            if (call.expired() || waited.compareTo(longest) > 0) {
                throw stuck(left.getFirst());
            }
            Rollout.pause(call);
        }
    }

    private static Duration grace(List<Pod> left) {
        long seconds =
                left.stream()
                        .map(pod -> pod.getSpec().getTerminationGracePeriodSeconds())
                        .mapToLong(given -> given == null ? 30 : given)
                        .max()
                        .orElse(30);
        return Duration.ofSeconds(seconds);
    }

    private DriverException stuck(Pod pod) {
        String node = pod.getSpec().getNodeName();
        String name = pod.getMetadata().getName();
        return new DriverException(
                new Category.InUse(List.of("pod " + name)),
                "pod "
                        + name
                        + " does not go away"
                        + (node == null
                                ? ""
                                : "; node "
                                        + node
                                        + " may be dead, and its programs may still run"),
                "Look at the node: kubectl --context "
                        + cluster.context()
                        + " describe node "
                        + (node == null ? "" : node));
    }
}
