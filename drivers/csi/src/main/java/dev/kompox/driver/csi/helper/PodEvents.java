package dev.kompox.driver.csi.helper;

import dev.kompox.kubernetes.client.ClusterConnection;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What a cluster says about a pod and its claims. */
public final class PodEvents {

    private PodEvents() {}

    /** Return the last of what is said, for the end of a sentence; warnings go before the rest. */
    public static String last(ClusterConnection cluster, Pod pod) {
        Set<String> concerned =
                pod.getSpec().getVolumes().stream()
                        .filter(volume -> volume.getPersistentVolumeClaim() != null)
                        .map(volume -> volume.getPersistentVolumeClaim().getClaimName())
                        .collect(Collectors.toCollection(HashSet::new));
        concerned.add(pod.getMetadata().getName());
        List<Event> events =
                cluster
                        .ask(
                                "reading events",
                                () ->
                                        cluster.client()
                                                .v1()
                                                .events()
                                                .inNamespace(pod.getMetadata().getNamespace())
                                                .list()
                                                .getItems())
                        .stream()
                        .filter(event -> concerned.contains(event.getInvolvedObject().getName()))
                        .sorted(
                                Comparator.comparing(
                                                (Event event) -> "Warning".equals(event.getType()))
                                        .thenComparing(event ->
                                                Objects.toString(event.getLastTimestamp(), "")))
                        .toList();
        return events.isEmpty()
                ? ": the cluster says nothing about it"
                : ": "
                        + events.getLast().getReason()
                        + " of "
                        + events.getLast().getInvolvedObject().getName()
                        + ": "
                        + events.getLast().getMessage();
    }
}
