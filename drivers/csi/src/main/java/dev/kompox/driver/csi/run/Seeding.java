package dev.kompox.driver.csi.run;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.helper.HelperSpec;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.convert.Conversion.Seed;
import dev.kompox.kubernetes.rollout.Pods;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fills empty disks with what the image has where a service mounts them, owners and modes included,
 * as an engine does it (https://docs.docker.com/engine/storage/volumes/, "Populate a volume using a
 * container"). The images bring no tools for that; a static program comes from the helper image.
 *
 * <p>A mark beside the data says that filling has begun, so that one that was cut off begins anew.
 */
record Seeding(ClusterConnection cluster, String namespace, String helperImage) {

    private static final String TOOLS = "kompox-tools";
    private static final String DISK = "/kompox-disk";
    private static final String SCRIPT =
            """
            b=/kompox-tools/busybox
            cd /kompox-disk || exit 1
            if [ -e .kompox-filling ]; then $b rm -rf data || exit 1; fi
            [ -d data ] || $b mkdir -m 0755 data || exit 1
            [ -z "$($b ls -A data)" ] || exit 0
            [ -d "$1" ] || exit 0
            : >.kompox-filling || exit 1
            $b cp -a "$1/." data/ || exit 1
            $b chown "$($b stat -c %u:%g "$1")" data && $b chmod "$($b stat -c %a "$1")" data || exit 1
            $b sync && $b rm .kompox-filling && $b sync
            """;

    void run(Workload workload, List<Seed> seeds, @Nullable String node, Call call) {
        List<Container> steps = new ArrayList<>();
        List<Volume> volumes = new ArrayList<>();
        volumes.add(new VolumeBuilder().withName(TOOLS).withNewEmptyDir().endEmptyDir().build());
        for (Seed seed : seeds) {
            String name = "fill-" + (steps.size() + 1);
            String volume = volume(volumes, seed.claim());
            steps.add(step(name, seed, volume));
        }
        PodSpec spec = new PodSpec();
        List<Container> first = new ArrayList<>(steps.subList(0, steps.size() - 1));
        first.addFirst(tools());
        spec.setInitContainers(first);
        spec.setContainers(List.of(steps.getLast()));
        spec.setVolumes(volumes);
        spec.setNodeName(node);
        Instant begun = call.time().now();
        Pod ended =
                new OneOff(cluster, workload.app(), namespace)
                        .run(
                                "filling disks from images",
                                spec,
                                pod -> over(pod, Duration.between(begun, call.time().now())),
                                call);
        expectSuccess(ended);
    }

    private static String volume(List<Volume> volumes, String claim) {
        for (Volume known : volumes) {
            if (known.getPersistentVolumeClaim() != null
                    && known.getPersistentVolumeClaim().getClaimName().equals(claim)) {
                return known.getName();
            }
        }
        String name = "disk-" + volumes.size();
        volumes.add(
                new VolumeBuilder()
                        .withName(name)
                        .withNewPersistentVolumeClaim()
                        .withClaimName(claim)
                        .endPersistentVolumeClaim()
                        .build());
        return name;
    }

    private Container tools() {
        return new ContainerBuilder()
                .withName("tools")
                .withImage(helperImage)
                .withCommand("/bin/cp", "/usr/bin/busybox", "/" + TOOLS + "/busybox")
                .addNewVolumeMount()
                .withName(TOOLS)
                .withMountPath("/" + TOOLS)
                .endVolumeMount()
                .build();
    }

    private static Container step(String name, Seed seed, String volume) {
        return new ContainerBuilder()
                .withName(name)
                .withImage(seed.image())
                .withImagePullPolicy("IfNotPresent")
                .withCommand("/" + TOOLS + "/busybox", "sh", "-c", SCRIPT, "fill", seed.path())
                .addNewVolumeMount()
                .withName(TOOLS)
                .withMountPath("/" + TOOLS)
                .withReadOnly(true)
                .endVolumeMount()
                .addNewVolumeMount()
                .withName(volume)
                .withMountPath(DISK)
                .endVolumeMount()
                .withNewSecurityContext()
                .withRunAsUser(0L)
                .withRunAsGroup(0L)
                .withAllowPrivilegeEscalation(false)
                .withNewCapabilities()
                .withDrop("ALL")
                .withAdd(HelperSpec.CAPABILITIES)
                .endCapabilities()
                .endSecurityContext()
                .build();
    }

    private boolean over(Pod pod, Duration waited) {
        Fetching fetching = new Fetching(cluster.context());
        Pods.statuses(pod).forEach(status -> fetching.done(status, waited));
        String phase = pod.getStatus().getPhase();
        return "Succeeded".equals(phase) || "Failed".equals(phase);
    }

    private static void expectSuccess(Pod pod) {
        if ("Succeeded".equals(pod.getStatus().getPhase())) {
            return;
        }
        String reason = Objects.requireNonNullElse(pod.getStatus().getMessage(), "no reason given");
        for (ContainerStatus status : Pods.statuses(pod)) {
            ContainerStateTerminated ended = status.getState().getTerminated();
            if (ended != null && ended.getExitCode() != 0) {
                reason =
                        "exit code "
                                + ended.getExitCode()
                                + (ended.getMessage() == null ? "" : ", " + ended.getMessage());
            }
        }
        throw new DriverException(
                new Category.Invalid(),
                "disks could not be filled from the images: " + reason,
                "See whether the disks have room: kompox disk list");
    }
}
