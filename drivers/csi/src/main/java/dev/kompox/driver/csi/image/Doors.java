package dev.kompox.driver.csi.image;

import dev.kompox.driver.call.Fanout;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.exec.PodExec;
import dev.kompox.kubernetes.exec.PodTarget;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Ways into all nodes of a cluster that take pods: one pod each, with all rights on its node, in a
 * namespace of their own that lets them in and is removed by closing.
 */
final class Doors implements AutoCloseable {

    private static final int MOST_NODES = 20;
    private static final int AT_ONCE = 8;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(150);

    private final ClusterConnection cluster;
    private final PodExec exec;
    private final Namespace namespace;
    private final List<NodeDoor> doors;

    private Doors(ClusterConnection cluster) {
        this.cluster = cluster;
        this.exec = new PodExec(cluster);
        List<Node> nodes = nodes();
        this.namespace =
                cluster.ask(
                        "making a namespace for loading images",
                        () -> cluster.client().namespaces().resource(wanted()).create());
        try {
            List<Callable<NodeDoor>> opened =
                    nodes.stream().<Callable<NodeDoor>>map(node -> () -> open(node)).toList();
            this.doors = Fanout.all(opened, AT_ONCE);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Open them all. */
    static Doors open(ClusterConnection cluster) {
        return new Doors(cluster);
    }

    List<NodeDoor> all() {
        return doors;
    }

    private List<Node> nodes() {
        List<Node> able =
                cluster
                        .ask("reading nodes", () -> cluster.client().nodes().list().getItems())
                        .stream()
                        .filter(node -> !Boolean.TRUE.equals(node.getSpec().getUnschedulable()))
                        .filter(Doors::ready)
                        .toList();
        if (able.isEmpty() || able.size() > MOST_NODES) {
            throw Registry.unsupported(
                    able.isEmpty()
                            ? "no node of the cluster is ready"
                            : "the cluster has "
                                    + able.size()
                                    + " nodes; images are put onto "
                                    + MOST_NODES
                                    + " at most");
        }
        return able;
    }

    private static boolean ready(Node node) {
        return node.getStatus().getConditions().stream()
                .anyMatch(one -> "Ready".equals(one.getType()) && "True".equals(one.getStatus()));
    }

    private static Namespace wanted() {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withGenerateName("kompox-images-")
                .withLabels(
                        Map.of(
                                Keys.MANAGED_BY,
                                Keys.KOMPOX,
                                "pod-security.kubernetes.io/enforce",
                                "privileged"))
                .endMetadata()
                .build();
    }

    private NodeDoor open(Node node) {
        Pod wanted = DoorPod.on(node, namespace.getMetadata().getName());
        Pod made =
                cluster.ask(
                        "starting a pod that loads images",
                        () -> cluster.client().pods().resource(wanted).create());
        String name = made.getMetadata().getName();
        Instant latest = Instant.now().plus(LONGEST);
        while (true) {
            Pod pod =
                    cluster.ask(
                            "waiting for a pod that loads images",
                            () -> cluster.client().pods().resource(made).get());
            String phase = pod == null ? "Failed" : pod.getStatus().getPhase();
            if ("Running".equals(phase)) {
                return new NodeDoor(
                        node.getMetadata().getName(),
                        exec,
                        new PodTarget(made.getMetadata().getNamespace(), name, DoorPod.CONTAINER));
            }
            if ("Failed".equals(phase) || Instant.now().isAfter(latest)) {
                throw new DriverException(
                        new Category.Invalid(),
                        "node "
                                + node.getMetadata().getName()
                                + " does not let images be loaded: its pod "
                                + ("Failed".equals(phase) ? "failed" : "does not run in time")
                                + because(pod),
                        Registry.PUSH);
            }
            pause();
        }
    }

    private static String because(@Nullable Pod pod) {
        if (pod == null || pod.getStatus().getContainerStatuses() == null) {
            return "";
        }
        return pod.getStatus().getContainerStatuses().stream()
                .map(status -> status.getState().getWaiting())
                .filter(Objects::nonNull)
                .map(waiting ->
                        ": "
                                + waiting.getReason()
                                + (waiting.getMessage() == null ? "" : ": " + waiting.getMessage()))
                .findFirst()
                .orElse("");
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            throw DriverException.interrupted("waiting for a pod that loads images", e);
        }
    }

    /** Remove what was made; what cannot be removed ends within the hour. Never fails. */
    @Override
    public void close() {
        try {
            cluster.tell(
                    "removing what loaded images",
                    () -> cluster.client().namespaces().resource(namespace).delete());
        } catch (DriverException e) {
            // its pods end by themselves
        }
    }
}
