package dev.kompox.driver.csi.run;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.claim.Users;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.convert.Conversion;
import dev.kompox.kubernetes.object.KubernetesObject;
import dev.kompox.kubernetes.rollout.Pods;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Has the images of an app fetched where it will run: by a pod that names them, and a program that
 * none of them has. Whether an image can be had shows before it is needed.
 */
record Prefetch(ClusterConnection cluster, Users users, String namespace) {

    private static final String NO_PROGRAM = "/kompox-only-fetches-the-image";

    void run(Workload workload, Conversion conversion, List<String> claims, Call call) {
        List<Container> containers = new ArrayList<>();
        images(workload, conversion)
                .forEach((image, policy) ->
                        containers.add(
                                new ContainerBuilder()
                                        .withName("image-" + (containers.size() + 1))
                                        .withImage(image)
                                        .withImagePullPolicy(policy)
                                        .withCommand(NO_PROGRAM)
                                        .build()));
        PodSpec spec = new PodSpec();
        spec.setContainers(containers);
        // claims that no container mounts still decide where the pod runs
        spec.setVolumes(OneOff.disks(claims));
        spec.setNodeName(users.node(namespace, claims));
        Instant begun = call.time().now();
        var _ =
                new OneOff(cluster, workload.app(), namespace)
                        .run(
                                "fetching images",
                                spec,
                                pod -> fetched(pod, Duration.between(begun, call.time().now())),
                                call);
    }

    /** Each image once, with the pull policy of the service that is strictest about it. */
    private static Map<String, String> images(Workload workload, Conversion conversion) {
        Map<String, String> images = new TreeMap<>();
        for (KubernetesObject object : conversion.objects()) {
            if (object.kind().equals("Deployment")) {
                collect(object.body(), images);
            }
        }
        workload.project().images().forEach(image -> images.putIfAbsent(image, "IfNotPresent"));
        return images;
    }

    private static void collect(Object part, Map<String, String> images) {
        switch (part) {
            case Map<?, ?> map -> {
                if (map.get("image") instanceof String image) {
                    String policy = String.valueOf(map.get("imagePullPolicy"));
                    images.merge(image, policy, (a, b) -> a.equals("IfNotPresent") ? b : a);
                }
                map.values().forEach(value -> collect(value, images));
            }
            case List<?> list -> list.forEach(item -> collect(item, images));
            default -> {
                // no image in it
            }
        }
    }

    private boolean fetched(Pod pod, Duration waited) {
        Fetching fetching = new Fetching(cluster.context(), "");
        List<ContainerStatus> statuses = Pods.statuses(pod);
        // every one is looked at: one that never comes is told whatever the others do
        long done = statuses.stream().filter(one -> fetching.done(one, waited)).count();
        return done > 0 && done == statuses.size();
    }
}
