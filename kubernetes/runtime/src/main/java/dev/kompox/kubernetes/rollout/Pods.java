package dev.kompox.kubernetes.rollout;

import dev.kompox.kubernetes.client.ClusterConnection;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads what is there of a component. */
public record Pods(ClusterConnection cluster, Component component) {

    /** Return its deployment, if there is one. */
    public Optional<Deployment> deployment() {
        return cluster.ask(
                "reading deployment " + component.deployment(),
                () ->
                        Optional.ofNullable(
                                cluster.client()
                                        .apps()
                                        .deployments()
                                        .inNamespace(component.namespace())
                                        .withName(component.deployment())
                                        .get()));
    }

    /** Return its pods that have not ended, the newest first. */
    public List<Pod> list() {
        List<Pod> pods =
                cluster.ask(
                        "reading the pods of " + component.namespace(),
                        () ->
                                cluster.client()
                                        .pods()
                                        .inNamespace(component.namespace())
                                        .withLabelSelector(component.selector())
                                        .list()
                                        .getItems());
        return pods.stream()
                .filter(pod -> !"Succeeded".equals(pod.getStatus().getPhase()))
                .filter(pod -> !"Failed".equals(pod.getStatus().getPhase()))
                .sorted(
                        Comparator.comparing(Pods::created)
                                .reversed()
                                .thenComparing(pod -> pod.getMetadata().getName()))
                .toList();
    }

    private static String created(Pod pod) {
        return Objects.toString(pod.getMetadata().getCreationTimestamp(), "");
    }

    /** Return the states of all containers of a pod, those that start first first. */
    public static List<ContainerStatus> statuses(Pod pod) {
        List<ContainerStatus> all = new ArrayList<>();
        if (pod.getStatus() != null) {
            all.addAll(
                    Objects.requireNonNullElse(
                            pod.getStatus().getInitContainerStatuses(), List.of()));
            all.addAll(
                    Objects.requireNonNullElse(pod.getStatus().getContainerStatuses(), List.of()));
        }
        return all;
    }

    /** Tell whether a container runs. */
    public static boolean running(ContainerStatus status) {
        ContainerState state = status.getState();
        return state != null && state.getRunning() != null;
    }

    /** Read the events of the component's namespace, the oldest first. */
    List<Event> events() {
        return cluster
                .ask(
                        "reading events",
                        () ->
                                cluster.client()
                                        .v1()
                                        .events()
                                        .inNamespace(component.namespace())
                                        .list()
                                        .getItems())
                .stream()
                .sorted(Comparator.comparing(Pods::at))
                .toList();
    }

    private static String at(Event event) {
        return Objects.requireNonNullElse(
                event.getLastTimestamp(),
                Objects.toString(event.getMetadata().getCreationTimestamp(), ""));
    }

    /** Return the last lines that a container wrote, in this run or the one before. */
    List<String> lastLines(Pod pod, String container, int lines) {
        List<String> said = log(pod, container, lines, false);
        return said.isEmpty() ? log(pod, container, lines, true) : said;
    }

    private List<String> log(Pod pod, String container, int lines, boolean before) {
        try {
            var found =
                    cluster.client()
                            .pods()
                            .inNamespace(pod.getMetadata().getNamespace())
                            .withName(pod.getMetadata().getName())
                            .inContainer(container);
            String text =
                    before
                            ? found.terminated().tailingLines(lines).getLog()
                            : found.tailingLines(lines).getLog();
            return text == null ? List.of() : text.lines().toList();
        } catch (RuntimeException e) {
            return List.of(); // it has written nothing yet, or nobody knows any more
        }
    }
}
