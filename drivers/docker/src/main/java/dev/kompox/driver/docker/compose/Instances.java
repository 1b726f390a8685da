package dev.kompox.driver.docker.compose;

import dev.kompox.compose.model.DependencyOrder;
import dev.kompox.compose.model.Service;
import dev.kompox.driver.docker.engine.ContainerInfo;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.JsonValue;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.driver.runtime.InstanceState.Health;
import dev.kompox.driver.runtime.InstanceState.Phase;
import dev.kompox.driver.runtime.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Observe the containers of a project. */
final class Instances {

    private final Engine engine;

    Instances(Engine engine) {
        this.engine = engine;
    }

    /** Return the project's containers, without those of {@code docker compose run}. */
    List<ContainerInfo> containers(Workload workload) {
        Map<String, List<String>> filter =
                Map.of("label", List.of(Labels.PROJECT + "=" + workload.project().name()));
        List<ContainerInfo> found = new ArrayList<>(engine.containers(filter));
        found.removeIf(
                one -> one.labels().getOrDefault(Labels.ONE_OFF, "").equalsIgnoreCase("true"));
        found.replaceAll(engine::confirm);
        List<String> order = order(workload);
        found.sort(
                Comparator.comparingInt((ContainerInfo one) -> place(order, service(one)))
                        .thenComparing(ContainerInfo::name));
        return found;
    }

    AppState observe(Workload workload) {
        List<InstanceState> instances = new ArrayList<>();
        for (ContainerInfo container : containers(workload)) {
            engine.container(container.id())
                    .ifPresent(details -> instances.add(instance(container, details)));
        }
        return new AppState(instances);
    }

    /** Observe one container again; empty if it is gone. */
    Optional<InstanceState> observe(ContainerInfo container) {
        return engine.container(container.id()).map(details -> instance(container, details));
    }

    static String service(ContainerInfo container) {
        return container.labels().getOrDefault(Labels.SERVICE, "");
    }

    static List<String> order(Workload workload) {
        return DependencyOrder.of(workload.project()).stream().map(Service::name).toList();
    }

    private static int place(List<String> order, String service) {
        int place = order.indexOf(service);
        return place < 0 ? order.size() : place;
    }

    private static InstanceState instance(ContainerInfo container, JsonValue details) {
        JsonValue state = details.get("State");
        Phase phase = phase(state.get("Status").text());
        boolean ended = phase == Phase.EXITED || phase == Phase.DEAD;
        return new InstanceState(
                container.id(),
                container.name(),
                service(container),
                phase,
                health(state.get("Health").get("Status").text()),
                ended ? (int) state.get("ExitCode").number() : null,
                instant(state.get("StartedAt").text()),
                container.image(),
                container.ports());
    }

    private static Phase phase(String status) {
        try {
            return Phase.valueOf(status.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new DriverException(
                    new Category.Corrupt(),
                    "Docker reports the unknown state \"" + status + "\"",
                    null,
                    null,
                    e);
        }
    }

    private static Health health(String status) {
        return switch (status) {
            case "starting" -> Health.STARTING;
            case "healthy" -> Health.HEALTHY;
            case "unhealthy" -> Health.UNHEALTHY;
            default -> Health.NONE;
        };
    }

    private static @Nullable Instant instant(String text) {
        Instant instant = text.isEmpty() ? Instant.MIN : Instant.parse(text);
        return instant.isAfter(Instant.EPOCH) ? instant : null;
    }
}
