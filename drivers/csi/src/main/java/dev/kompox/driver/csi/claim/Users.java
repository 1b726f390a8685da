package dev.kompox.driver.csi.claim;

import dev.kompox.driver.csi.name.Keys;
import dev.kompox.kubernetes.client.ClusterConnection;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.storage.VolumeAttachment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pods that use claims, and the nodes that volumes are attached to. */
public final class Users {

    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    private final ClusterConnection cluster;

    /** Look at a cluster. */
    public Users(ClusterConnection cluster) {
        this.cluster = cluster;
    }

    /**
     * A pod that uses a claim.
     *
     * @param pod the pod
     * @param mounting the containers that mount the claim, in the pod's order
     * @param writes whether one of its containers may write
     */
    public record User(Pod pod, List<String> mounting, boolean writes) {

        /** Copies the list. */
        public User {
            mounting = List.copyOf(mounting);
        }

        /** Return the first container that mounts the claim. */
        public Optional<String> container() {
            return mounting.stream().findFirst();
        }

        /** Tell whether it is a helper. */
        public boolean helper() {
            return label(Keys.HELPER).equals("1");
        }

        /** Return a label, empty if it has none. */
        public String label(String key) {
            return Objects.requireNonNullElse(
                            pod.getMetadata().getLabels(), Map.<String, String>of())
                    .getOrDefault(key, "");
        }

        /** Return its name. */
        public String name() {
            return pod.getMetadata().getName();
        }

        /** Tell whether its containers have started, as far as is known. */
        public boolean running() {
            return "Running".equals(pod.getStatus().getPhase());
        }
    }

    /** List the pods of a namespace that use a claim and have not ended, by name. */
    public List<User> of(String namespace, String claim) {
        return of(pods(namespace), claim);
    }

    private List<Pod> pods(String namespace) {
        return cluster.ask(
                "reading the pods of " + namespace,
                () -> cluster.client().pods().inNamespace(namespace).list().getItems());
    }

    private static List<User> of(List<Pod> pods, String claim) {
        List<User> users = new ArrayList<>();
        for (Pod pod : pods) {
            Set<String> mounted =
                    pod.getSpec().getVolumes().stream()
                            .filter(volume -> uses(volume, claim))
                            .map(Volume::getName)
                            .collect(Collectors.toSet());
            if (!mounted.isEmpty() && !ENDED.contains(pod.getStatus().getPhase())) {
                users.add(new User(pod, mounting(pod, mounted), writes(pod, mounted)));
            }
        }
        users.sort(Comparator.comparing(User::name));
        return users;
    }

    /**
     * Remove Kompox's own pods that have ended though their maker has not removed them: as long as
     * they are there, claims that they name do not go.
     */
    public void removeEnded(String namespace) {
        List<Pod> own =
                cluster.ask(
                        "reading the helpers of " + namespace,
                        () ->
                                cluster.client()
                                        .pods()
                                        .inNamespace(namespace)
                                        .withLabel(Keys.HELPER, "1")
                                        .list()
                                        .getItems());
        own.stream()
                .filter(pod -> ENDED.contains(pod.getStatus().getPhase()))
                .forEach(pod ->
                        cluster.tell(
                                "removing a helper that has ended",
                                () -> cluster.client().pods().resource(pod).delete()));
    }

    /**
     * Return the node on which one of some claims is in use: beside that pod only can it be used.
     */
    public @Nullable String node(String namespace, List<String> claims) {
        List<Pod> pods = pods(namespace);
        return claims.stream()
                .flatMap(claim -> of(pods, claim).stream())
                .map(user -> user.pod().getSpec().getNodeName())
                .filter(name -> name != null && !name.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** List the nodes that a volume is attached to, as the cluster records them. */
    public List<String> attached(String volume) {
        List<VolumeAttachment> all =
                cluster.ask(
                        "reading volume attachments",
                        () ->
                                cluster.client()
                                        .storage()
                                        .v1()
                                        .volumeAttachments()
                                        .list()
                                        .getItems());
        return all.stream()
                .filter(one -> volume.equals(one.getSpec().getSource().getPersistentVolumeName()))
                .map(one -> one.getSpec().getNodeName())
                .sorted()
                .toList();
    }

    private static boolean uses(Volume volume, String claim) {
        return volume.getPersistentVolumeClaim() != null
                && claim.equals(volume.getPersistentVolumeClaim().getClaimName());
    }

    private static Stream<Container> containers(Pod pod) {
        return Stream.concat(
                pod.getSpec().getInitContainers().stream(), pod.getSpec().getContainers().stream());
    }

    private static List<String> mounting(Pod pod, Set<String> volumes) {
        return containers(pod)
                .filter(one ->
                        one.getVolumeMounts().stream()
                                .anyMatch(mount -> volumes.contains(mount.getName())))
                .map(Container::getName)
                .toList();
    }

    private static boolean writes(Pod pod, Set<String> volumes) {
        boolean volumeWritable =
                pod.getSpec().getVolumes().stream()
                        .filter(volume -> volumes.contains(volume.getName()))
                        .anyMatch(volume ->
                                !Boolean.TRUE.equals(
                                        volume.getPersistentVolumeClaim().getReadOnly()));
        return volumeWritable
                && containers(pod)
                        .map(Container::getVolumeMounts)
                        .flatMap(List::stream)
                        .anyMatch(mount ->
                                volumes.contains(mount.getName())
                                        && !Boolean.TRUE.equals(mount.getReadOnly()));
    }
}
