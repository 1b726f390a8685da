package dev.kompox.driver.csi.run;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.helper.HelperSpec;
import dev.kompox.driver.csi.helper.Helpers;
import dev.kompox.driver.csi.helper.PodEvents;
import dev.kompox.driver.csi.helper.PodRemoval;
import dev.kompox.driver.csi.name.AppNames;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.manifest.id.AppId;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Runs a pod of Kompox's own to its end, and removes it. */
final class OneOff {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final ClusterConnection cluster;
    private final AppId app;
    private final String namespace;

    OneOff(ClusterConnection cluster, AppId app, String namespace) {
        this.cluster = cluster;
        this.app = app;
        this.namespace = namespace;
    }

    /**
     * Run a pod.
     *
     * @param doing what it does, to follow "while"
     * @param over tells of each state of the pod whether that is the end; it may throw
     * @return the pod in its last state; it is gone by then, or about to go
     */
    Pod run(String doing, PodSpec spec, Predicate<Pod> over, Call call) {
        Pod made = cluster.ask(doing, () -> cluster.client().pods().resource(pod(spec)).create());
        try {
            Pod ended = await(doing, made, over, call);
            PodRemoval.begin(cluster, made);
            return ended;
        } catch (RuntimeException e) {
            // whoever undoes what was done needs the disks that it holds
            PodRemoval.complete(cluster, made);
            throw e;
        }
    }

    /** Return volumes of some claims, named by {@link #disk}. */
    static List<Volume> disks(List<String> claims) {
        List<Volume> volumes = new ArrayList<>();
        for (String claim : claims) {
            volumes.add(
                    new VolumeBuilder()
                            .withName(disk(volumes.size()))
                            .withNewPersistentVolumeClaim()
                            .withClaimName(claim)
                            .endPersistentVolumeClaim()
                            .build());
        }
        return volumes;
    }

    /** Return the name of the volume of one of some claims, by its place among them. */
    static String disk(int index) {
        return "disk-" + (index + 1);
    }

    private Pod pod(PodSpec spec) {
        Map<String, String> labels = new LinkedHashMap<>(AppNames.labels(app));
        labels.put(Keys.HELPER, "1");
        spec.setActiveDeadlineSeconds(HelperSpec.LONGEST_SECONDS);
        spec.setRestartPolicy("Never");
        spec.setAutomountServiceAccountToken(false);
        spec.setEnableServiceLinks(false);
        spec.setTerminationGracePeriodSeconds(1L);
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withGenerateName("kompox-once-")
                .withLabels(labels)
                .withAnnotations(Map.of(Keys.APP, AppNames.path(app)))
                .endMetadata()
                .withSpec(spec)
                .build();
    }

    /** A pod has no node as long as none has room for it, or its disks are being made. */
    private static boolean placed(Pod pod) {
        String node = pod.getSpec().getNodeName();
        return node != null && !node.isEmpty();
    }

    private Pod await(String doing, Pod made, Predicate<Pod> over, Call call) {
        Instant begun = call.time().now();
        while (true) {
            Pod pod = cluster.ask(doing, () -> cluster.client().pods().resource(made).get());
            if (pod == null) {
                throw new DriverException(
                        new Category.Transient(),
                        "somebody removed pod " + made.getMetadata().getName() + " while " + doing,
                        "Try again");
            }
            if (over.test(pod)) {
                return pod;
            }
            Instant now = call.time().now();
            boolean placeless = !placed(pod) && now.isAfter(begun.plus(Helpers.LONGEST));
            if (placeless || call.expired() || now.isAfter(begun.plus(LONGEST))) {
                throw new DriverException(
                        new Category.Transient(),
                        doing
                                + " takes too long: pod "
                                + made.getMetadata().getName()
                                + (placed(pod) ? "" : PodEvents.last(cluster, pod)),
                        "kubectl --context "
                                + cluster.context()
                                + " -n "
                                + namespace
                                + " get events");
            }
            try {
                call.time().sleep(POLL);
            } catch (InterruptedException e) {
                throw DriverException.interrupted(doing, e);
            }
        }
    }
}
