package dev.kompox.driver.csi;

import dev.kompox.driver.Capabilities;
import dev.kompox.driver.Fact;
import dev.kompox.driver.place.Reach;
import dev.kompox.kubernetes.client.ClusterConnection;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a cluster is and can do, read from it. */
record ClusterFacts(ClusterConnection cluster, StorageClasses classes) {

    private static final String ZONE = "topology.kubernetes.io/zone";

    /** Return what everybody who reaches this cluster is told. */
    String identity() {
        // the UID of kube-system is the usual identity of a cluster: it is never made again
        Namespace system =
                cluster.ask(
                        "reading namespace kube-system",
                        () -> cluster.client().namespaces().withName("kube-system").get());
        return "kubernetes " + Objects.requireNonNull(system).getMetadata().getUid();
    }

    /** Return the architectures of its nodes. */
    Set<String> architectures() {
        return cluster
                .ask("reading nodes", () -> cluster.client().nodes().list().getItems())
                .stream()
                .map(node -> node.getStatus().getNodeInfo().getArchitecture())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Capabilities capabilities() {
        boolean grows =
                classes.all().stream()
                        .anyMatch(one ->
                                StorageClasses.isDefault(one)
                                        && Boolean.TRUE.equals(one.getAllowVolumeExpansion()));
        return new Capabilities(false, Reach.When.AT_ONCE, false, true, false, false, false, grows);
    }

    /** Return what people want to know of it. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("context", cluster.context()));
        facts.add(new Fact("server", cluster.server()));
        facts.add(
                new Fact(
                        "version",
                        cluster.ask(
                                "reading the cluster's version",
                                () -> cluster.client().getKubernetesVersion().getGitVersion())));
        nodes(facts);
        for (StorageClass one : classes.all()) {
            facts.add(new Fact("storage class", describe(one)));
        }
        cluster
                .ask(
                        "reading CSI drivers",
                        () -> cluster.client().storage().v1().csiDrivers().list().getItems())
                .stream()
                .map(driver -> driver.getMetadata().getName())
                .sorted()
                .forEach(name -> facts.add(new Fact("CSI driver", name)));
        return facts;
    }

    private void nodes(List<Fact> facts) {
        List<Node> nodes =
                cluster.ask("reading nodes", () -> cluster.client().nodes().list().getItems());
        TreeMap<String, Integer> zones = new TreeMap<>();
        TreeSet<String> architectures = new TreeSet<>();
        for (Node node : nodes) {
            Map<String, String> labels =
                    Objects.requireNonNullElse(node.getMetadata().getLabels(), Map.of());
            zones.merge(labels.getOrDefault(ZONE, ""), 1, Integer::sum);
            architectures.add(node.getStatus().getNodeInfo().getArchitecture());
        }
        facts.add(new Fact("nodes", nodes.size() + ", " + String.join(", ", architectures)));
        zones.forEach((zone, count) -> {
            if (!zone.isEmpty()) {
                facts.add(
                        new Fact("zone", zone + ", " + count + (count == 1 ? " node" : " nodes")));
            }
        });
    }

    private static String describe(StorageClass one) {
        List<String> words = new ArrayList<>();
        words.add(StorageClasses.name(one) + (StorageClasses.isDefault(one) ? " (default)" : ""));
        words.add(one.getProvisioner());
        if (one.getVolumeBindingMode() != null) {
            words.add(one.getVolumeBindingMode());
        }
        words.add(
                Boolean.TRUE.equals(one.getAllowVolumeExpansion())
                        ? "disks can grow"
                        : "disks cannot grow");
        return String.join(", ", words);
    }
}
