package dev.kompox.driver.csi.run;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.driver.runtime.Stopped;
import dev.kompox.kubernetes.apply.ApiServer;
import dev.kompox.kubernetes.apply.ObjectKind;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.rollout.Component;
import dev.kompox.kubernetes.rollout.Rollout;
import dev.kompox.kubernetes.rollout.Scale;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Stops an app's pod and starts it again as it is. */
record StopStart(ClusterConnection cluster, Component component) {

    private static final int KILLED = 137;

    List<Stopped> stop(AppState before, List<String> services, Call call) {
        List<InstanceState> alive =
                before.instances().stream().filter(InstanceState::alive).toList();
        if (before.instances().isEmpty()) {
            return List.of();
        }
        List<String> left =
                alive.stream()
                        .map(InstanceState::service)
                        .filter(service -> !services.isEmpty() && !services.contains(service))
                        .toList();
        if (!left.isEmpty()) {
            throw new DriverException(
                    new Category.Unsupported("runtime.services"),
                    "services of one pod stop together, and "
                            + String.join(", ", left)
                            + " would stop too",
                    "kompox stop");
        }
        if (alive.isEmpty()) {
            return List.of();
        }
        Instant begun = call.time().now();
        Map<String, Integer> ended = new Scale(cluster, component).toNothing(call);
        Duration took = Duration.between(begun, call.time().now());
        remember(before, ended);
        List<Stopped> stopped = new ArrayList<>();
        for (InstanceState one : alive.reversed()) {
            Integer code = ended.get(container(one));
            boolean clean = code != null && code != KILLED;
            stopped.add(new Stopped(one.id(), one.name(), one.service(), code, clean, took));
        }
        return stopped;
    }

    private static String container(InstanceState instance) {
        return instance.id().substring(instance.id().lastIndexOf('/') + 1);
    }

    /** What ended before keeps its code. */
    private void remember(AppState before, Map<String, Integer> ended) {
        SequencedMap<String, Integer> codes = new LinkedHashMap<>();
        for (InstanceState one : before.instances()) {
            Integer code = ended.getOrDefault(container(one), one.exitCode());
            if (code != null) {
                codes.put(container(one), code);
            }
        }
        annotate(PodInstances.text(codes));
    }

    private void annotate(String text) {
        var _ =
                new ApiServer(cluster)
                        .merge(
                                ObjectKind.DEPLOYMENT,
                                component.namespace(),
                                component.deployment(),
                                Map.of(
                                        "metadata",
                                        Map.of("annotations", Map.of(Keys.ENDED, text))));
    }

    void startAgain(AppState before, List<String> ids, Call call) {
        for (String id : ids) {
            if (before.instances().stream().noneMatch(one -> one.id().equals(id))) {
                throw new DriverException(
                        new Category.NotFound(), "there is no " + id + " any more", "kompox up");
            }
        }
        if (ids.isEmpty()) {
            return;
        }
        new Scale(cluster, component).toOne();
        new Rollout(cluster, component).await(call);
    }
}
