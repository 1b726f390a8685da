package dev.kompox.driver.csi.helper;

import dev.kompox.driver.csi.name.AppNames;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.manifest.id.AppId;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a helper looks: a read-only root, only the capabilities that keep owners and attributes (all
 * within the Pod Security Standards' level baseline), no API token, nothing but what it works on.
 *
 * @param image its image
 * @param zone the zone it must be in; empty for any
 * @param node the node it must be on, because its disks are in use there; null for any
 */
public record HelperSpec(String image, String zone, @Nullable String node) {

    /**
     * The longest that a pod of Kompox's own may run. Pods with such a limit are not held back by
     * the quota that keeps an app from running.
     */
    public static final long LONGEST_SECONDS = 7 * 24 * 3600L;

    /** The name of a helper's container. */
    static final String CONTAINER = "helper";

    /** What root needs to copy files as they are. */
    private static final List<String> CAPABILITIES =
            List.of("CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "MKNOD", "SETFCAP");

    Pod pod(AppId app, String namespace, List<HelperMount> mounts) {
        Map<String, String> labels = new LinkedHashMap<>(AppNames.labels(app));
        labels.put(Keys.HELPER, "1");
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withGenerateName("kompox-helper-")
                .withLabels(labels)
                .withAnnotations(Map.of(Keys.APP, AppNames.path(app)))
                .endMetadata()
                .withNewSpec()
                .withRestartPolicy("Never")
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withTerminationGracePeriodSeconds(1L)
                .withActiveDeadlineSeconds(LONGEST_SECONDS)
                .withAffinity(on(node))
                .withNodeSelector(in(zone))
                .withTolerations(tolerations(node))
                .addNewContainer()
                .withName(CONTAINER)
                .withImage(image)
                .withCommand("/kompox/bin/hold")
                .withStdin(true)
                .withStdinOnce(true)
                .withVolumeMounts(mounted(mounts))
                .withNewResources()
                .withRequests(Map.of("cpu", new Quantity("10m"), "memory", new Quantity("32Mi")))
                .endResources()
                .withSecurityContext(root().withReadOnlyRootFilesystem(true).build())
                .endContainer()
                .withVolumes(volumes(mounts))
                .endSpec()
                .build();
    }

    /**
     * Return what has a pod run on a node, full as it may be: a disk in use on a node can be
     * reached there only. The scheduler still sees the pod, as disks that are yet to be made need
     * it.
     *
     * @param node null for any
     */
    public static @Nullable Affinity on(@Nullable String node) {
        return node == null
                ? null
                : new AffinityBuilder()
                        .withNewNodeAffinity()
                        .withNewRequiredDuringSchedulingIgnoredDuringExecution()
                        .addNewNodeSelectorTerm()
                        .addNewMatchField()
                        .withKey("metadata.name")
                        .withOperator("In")
                        .withValues(node)
                        .endMatchField()
                        .endNodeSelectorTerm()
                        .endRequiredDuringSchedulingIgnoredDuringExecution()
                        .endNodeAffinity()
                        .build();
    }

    /** Return what a container needs to copy files as they are, and no more. */
    public static SecurityContextBuilder root() {
        return new SecurityContextBuilder()
                .withRunAsUser(0L)
                .withRunAsGroup(0L)
                .withAllowPrivilegeEscalation(false)
                .withNewCapabilities()
                .withDrop("ALL")
                .withAdd(CAPABILITIES)
                .endCapabilities();
    }

    /**
     * Return what has a pod run in a zone.
     *
     * @param zone empty for any
     */
    public static Map<String, String> in(String zone) {
        return zone.isEmpty() ? Map.of() : Map.of("topology.kubernetes.io/zone", zone);
    }

    /** Return what lets a pod run on the very node it must be on. */
    public static List<Toleration> tolerations(@Nullable String node) {
        return node == null
                ? List.of()
                : List.of(new TolerationBuilder().withOperator("Exists").build());
    }

    private static List<VolumeMount> mounted(List<HelperMount> mounts) {
        List<VolumeMount> all = new ArrayList<>();
        for (HelperMount mount : mounts) {
            all.add(
                    new VolumeMountBuilder()
                            .withName(name(mounts, mount))
                            .withMountPath("/mnt/" + mount.at())
                            .withSubPath(mount.directory().isEmpty() ? null : mount.directory())
                            .withReadOnly(mount.readOnly())
                            .build());
        }
        all.add(new VolumeMountBuilder().withName("tmp").withMountPath("/tmp").build());
        return all;
    }

    /** A kubelet waits for ever for the second of two volumes of one claim, so there is one. */
    private static String name(List<HelperMount> mounts, HelperMount mount) {
        return mounts.stream()
                .filter(one -> one.claim().equals(mount.claim()))
                .findFirst()
                .orElse(mount)
                .at();
    }

    private static List<Volume> volumes(List<HelperMount> mounts) {
        List<Volume> all = new ArrayList<>();
        for (HelperMount mount : mounts) {
            if (!mount.at().equals(name(mounts, mount))) {
                continue;
            }
            // read-only is the mount's affair: some drivers cannot stage one volume both ways
            all.add(
                    new VolumeBuilder()
                            .withName(mount.at())
                            .withNewPersistentVolumeClaim()
                            .withClaimName(mount.claim())
                            .endPersistentVolumeClaim()
                            .build());
        }
        all.add(new VolumeBuilder().withName("tmp").withNewEmptyDir().endEmptyDir().build());
        return all;
    }
}
