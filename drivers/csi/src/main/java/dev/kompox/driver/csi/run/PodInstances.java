package dev.kompox.driver.csi.run;

import dev.kompox.compose.model.Port;
import dev.kompox.compose.model.Service;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.driver.runtime.InstanceState.Health;
import dev.kompox.driver.runtime.InstanceState.Phase;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.kubernetes.convert.ServiceContainers;
import dev.kompox.kubernetes.rollout.Component;
import dev.kompox.kubernetes.rollout.Component.Member;
import dev.kompox.kubernetes.rollout.Pods;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The containers of an app's pod as instances. They keep their ids however often the pod is made
 * again, and while there is none: an instance is a place in the deployment.
 */
record PodInstances(Workload workload, Component component) {

    /** Return the id of a container's instance. */
    static String id(Component component, String container) {
        return component.namespace() + "/" + component.deployment() + "/" + container;
    }

    /**
     * Describe them.
     *
     * @param deployment null if there is none
     * @param pods the newest first
     */
    AppState state(@Nullable Deployment deployment, List<Pod> pods) {
        if (deployment == null && pods.isEmpty()) {
            return new AppState(List.of());
        }
        Map<String, ContainerStatus> statuses = new LinkedHashMap<>();
        // what an older pod still runs counts more than what a newer one has not yet
        pods.forEach(pod ->
                Pods.statuses(pod)
                        .forEach(status ->
                                statuses.merge(
                                        status.getName(),
                                        status,
                                        (one, other) -> Pods.running(one) ? one : other)));
        boolean wanted =
                deployment != null
                        && Objects.requireNonNullElse(deployment.getSpec().getReplicas(), 1) > 0;
        Map<String, Integer> ended = ended(deployment);
        List<InstanceState> all = new ArrayList<>();
        images(deployment, pods)
                .forEach((container, image) ->
                        all.add(
                                instance(
                                        container,
                                        image,
                                        statuses.get(container),
                                        wanted || !pods.isEmpty(),
                                        ended.get(container))));
        return new AppState(all);
    }

    /** The containers there are: those of the project in its order, then others. */
    private SequencedMap<String, String> images(@Nullable Deployment deployment, List<Pod> pods) {
        Map<String, String> there = new LinkedHashMap<>();
        var spec =
                deployment == null
                        ? pods.getFirst().getSpec()
                        : deployment.getSpec().getTemplate().getSpec();
        Stream.concat(
                        Objects.requireNonNullElse(spec.getInitContainers(), List.<Container>of())
                                .stream(),
                        spec.getContainers().stream())
                .filter(one -> !ServiceContainers.auxiliary(one.getName()))
                .forEach(one -> there.put(one.getName(), one.getImage()));
        SequencedMap<String, String> ordered = new LinkedHashMap<>();
        component.members().keySet().stream()
                .filter(there::containsKey)
                .forEach(name -> ordered.put(name, there.get(name)));
        there.forEach(ordered::putIfAbsent);
        return ordered;
    }

    private InstanceState instance(
            String container,
            String image,
            @Nullable ContainerStatus status,
            boolean wanted,
            @Nullable Integer ended) {
        Member member = component.members().get(container);
        String service = member == null ? container : member.label();
        ContainerState state = status == null ? null : status.getState();
        Integer code = wanted ? null : ended;
        String started = null;
        Phase phase = wanted ? Phase.RESTARTING : Phase.EXITED;
        if (state != null && state.getRunning() != null) {
            phase = Phase.RUNNING;
            started = state.getRunning().getStartedAt();
        } else if (state != null && state.getTerminated() != null) {
            code = state.getTerminated().getExitCode();
            started = state.getTerminated().getStartedAt();
            boolean done = member != null && member.once() && code != null && code == 0;
            phase = done || !wanted ? Phase.EXITED : Phase.RESTARTING;
        }
        return new InstanceState(
                id(component, container),
                component.deployment() + "/" + container,
                service,
                phase,
                health(member, status, phase),
                phase == Phase.RUNNING ? null : code,
                started == null ? null : Instant.parse(started),
                image,
                ports(service));
    }

    private static Health health(
            @Nullable Member member, @Nullable ContainerStatus status, Phase phase) {
        if (member == null || !member.checked() || member.once() || phase != Phase.RUNNING) {
            return Health.NONE;
        }
        boolean ready = status != null && Boolean.TRUE.equals(status.getReady());
        boolean begun = status != null && Boolean.TRUE.equals(status.getStarted());
        return ready ? Health.HEALTHY : begun ? Health.UNHEALTHY : Health.STARTING;
    }

    private List<String> ports(String name) {
        Service service = workload.project().services().get(name);
        List<String> ports = new ArrayList<>();
        if (service != null) {
            for (Port port : service.ports()) {
                String outside =
                        port.published() == null ? String.valueOf(port.target()) : port.published();
                ports.add(
                        component.deployment()
                                + ":"
                                + outside
                                + "->"
                                + port.target()
                                + "/"
                                + port.protocol());
            }
        }
        return ports;
    }

    /** How the containers ended when the app was stopped, as {@link #text} has written it. */
    private static Map<String, Integer> ended(@Nullable Deployment deployment) {
        Map<String, Integer> codes = new LinkedHashMap<>();
        Map<String, String> annotations =
                deployment == null || deployment.getMetadata().getAnnotations() == null
                        ? Map.of()
                        : deployment.getMetadata().getAnnotations();
        for (String one : annotations.getOrDefault(Keys.ENDED, "").split(" ", -1)) {
            int equals = one.indexOf('=');
            if (equals > 0 && one.substring(equals + 1).matches("\\d{1,3}")) {
                codes.put(one.substring(0, equals), Integer.valueOf(one.substring(equals + 1)));
            }
        }
        return codes;
    }

    /** Write exit codes as an annotation. */
    static String text(Map<String, Integer> codes) {
        List<String> words = new ArrayList<>();
        codes.forEach((name, code) -> words.add(name + "=" + code));
        return String.join(" ", words);
    }
}
