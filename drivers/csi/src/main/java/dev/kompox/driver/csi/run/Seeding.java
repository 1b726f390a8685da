package dev.kompox.driver.csi.run;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.helper.Filler;
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
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes disks ready before an app starts, all in one pod. Those that were never used get their
 * volumes by that; those that never held anything are filled with what the image has where a
 * service mounts them, owners and modes included, as an engine does it
 * (https://docs.docker.com/engine/storage/volumes/, "Populate a volume using a container"). The
 * images bring no tools for that; a static program comes from the helper image.
 *
 * <p>A mark beside the data says that filling has begun, so that one that was cut off begins anew.
 */
record Seeding(ClusterConnection cluster, String namespace, String helperImage) {

    private static final String TOOLS = "kompox-tools";
    private static final String DISKS = "/kompox-disks/";
    private static final String BEGINNING = "begin";
    private static final String BEGIN =
            "/bin/cp /usr/bin/busybox /" + TOOLS + "/busybox || exit 1\n" + Filler.EMPTY;
    private static final String SCRIPT =
            """
            b=/kompox-tools/busybox
            fill() {
              cd "$1" || return 1
              if [ -e .kompox-filling ]; then $b rm -rf data || return 1; fi
              [ -d data ] || $b mkdir -m 0755 data || return 1
              [ -z "$($b ls -A data)" ] || return 0
              [ -d "$2" ] || return 0
              : >.kompox-filling || return 1
              $b cp -a "$2/." data/ || return 1
              $b chown "$($b stat -c %u:%g "$2")" data || return 1
              $b chmod "$($b stat -c %a "$2")" data || return 1
              $b sync && $b rm .kompox-filling && $b sync
            }
            while [ $# -gt 0 ]; do fill "$1" "$2" || exit 1; shift 2; done
            """;

    /**
     * What disks are to be made ready.
     *
     * @param mounted the claims of all disks that the app mounts: they decide where the pod runs
     * @param unused those that are empty and were never used
     * @param seeds what is filled, and with what
     * @param zone the zone that new volumes are made in; empty for any
     * @param node the node where one of the disks is in use; null if none is
     */
    record Task(
            List<String> mounted,
            List<String> unused,
            List<Seed> seeds,
            String zone,
            @Nullable String node) {}

    void run(Workload workload, Task task, Call call) {
        List<Container> steps = new ArrayList<>();
        steps.add(tools(task));
        for (Filling filling : Filling.of(task.seeds())) {
            steps.add(step("fill-" + steps.size(), filling, task));
        }
        PodSpec spec = new PodSpec();
        spec.setInitContainers(List.copyOf(steps.subList(0, steps.size() - 1)));
        spec.setContainers(List.of(steps.getLast()));
        spec.setVolumes(volumes(task));
        spec.setAffinity(HelperSpec.on(task.node()));
        spec.setTolerations(HelperSpec.tolerations(task.node()));
        spec.setNodeSelector(HelperSpec.in(task.unused().isEmpty() ? "" : task.zone()));
        Instant begun = call.time().now();
        Pod ended =
                new OneOff(cluster, workload.app(), namespace)
                        .run(
                                "making disks ready",
                                spec,
                                pod -> over(pod, Duration.between(begun, call.time().now())),
                                call);
        expectSuccess(ended);
    }

    private static String volume(Task task, String claim) {
        return OneOff.disk(task.mounted().indexOf(claim));
    }

    private static List<Volume> volumes(Task task) {
        List<Volume> volumes = OneOff.disks(task.mounted());
        volumes.add(new VolumeBuilder().withName(TOOLS).withNewEmptyDir().endEmptyDir().build());
        return volumes;
    }

    /** Copies the program that the others need, and begins the disks that were never used. */
    private Container tools(Task task) {
        List<VolumeMount> mounts = new ArrayList<>();
        mounts.add(new VolumeMountBuilder().withName(TOOLS).withMountPath("/" + TOOLS).build());
        List<String> command =
                new ArrayList<>(List.of("/usr/bin/busybox", "sh", "-c", BEGIN, BEGINNING));
        for (String claim : task.unused()) {
            String path = "/mnt/" + volume(task, claim);
            mounts.add(
                    new VolumeMountBuilder()
                            .withName(volume(task, claim))
                            .withMountPath(path)
                            .build());
            command.add(path);
        }
        return new ContainerBuilder()
                .withName(BEGINNING)
                .withImage(helperImage)
                .withCommand(command)
                .withVolumeMounts(mounts)
                .withSecurityContext(HelperSpec.root().build())
                .build();
    }

    private static Container step(String name, Filling filling, Task task) {
        List<VolumeMount> mounts = new ArrayList<>();
        mounts.add(
                new VolumeMountBuilder()
                        .withName(TOOLS)
                        .withMountPath("/" + TOOLS)
                        .withReadOnly(true)
                        .build());
        for (String claim : filling.claims()) {
            mounts.add(
                    new VolumeMountBuilder()
                            .withName(volume(task, claim))
                            .withMountPath(DISKS + volume(task, claim))
                            .build());
        }
        List<String> command =
                new ArrayList<>(List.of("/" + TOOLS + "/busybox", "sh", "-c", SCRIPT, "fill"));
        for (Seed seed : filling.seeds()) {
            command.add(DISKS + volume(task, seed.claim()));
            command.add(seed.path());
        }
        return new ContainerBuilder()
                .withName(name)
                .withImage(filling.image())
                .withImagePullPolicy("IfNotPresent")
                .withCommand(command)
                .withVolumeMounts(mounts)
                .withSecurityContext(HelperSpec.root().build())
                .build();
    }

    private boolean over(Pod pod, Duration waited) {
        Fetching fetching = new Fetching(cluster.context(), BEGINNING);
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
                "disks could not be made ready: " + reason,
                "See whether the disks have room: kompox disk list");
    }
}
