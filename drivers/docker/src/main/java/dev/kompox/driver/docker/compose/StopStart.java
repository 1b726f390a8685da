package dev.kompox.driver.docker.compose;

import dev.kompox.compose.model.Dependency.Condition;
import dev.kompox.compose.model.Service;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.docker.engine.ContainerInfo;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.JsonValue;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.Stopped;
import dev.kompox.driver.runtime.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Stop containers cleanly, dependents first, and start exactly the same ones again, dependencies
 * first.
 */
final class StopStart {

    /** What the engine needs on top of a container's own grace period. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private static final int DEFAULT_GRACE_SECONDS = 10;
    private static final int KILLED = 137;

    private final Engine engine;

    StopStart(Engine engine) {
        this.engine = engine;
    }

    List<Stopped> stop(List<ContainerInfo> containers, Call call) {
        List<Stopped> report = new ArrayList<>();
        for (ContainerInfo container : containers.reversed()) {
            if (container.alive()) {
                report.add(stop(container, call));
            }
        }
        return report;
    }

    private Stopped stop(ContainerInfo container, Call call) {
        Instant begun = call.time().now();
        if (container.state().equals("paused")) {
            // a frozen process cannot end by itself
            engine.unpause(container.id());
        }
        engine.stop(container.id(), grace(container).plus(MARGIN));
        JsonValue state =
                engine.container(container.id())
                        .map(json -> json.get("State"))
                        .orElse(new JsonValue(null));
        int code = (int) state.get("ExitCode").number();
        Duration took = Duration.between(begun, call.time().now());
        boolean clean = code != KILLED && !state.get("OOMKilled").flag();
        return new Stopped(
                container.id(), container.name(), Instances.service(container), code, clean, took);
    }

    void startAgain(
            Workload workload, List<ContainerInfo> containers, List<String> ids, Call call) {
        List<ContainerInfo> wanted =
                containers.stream().filter(one -> ids.contains(one.id())).toList();
        if (wanted.size() != ids.size()) {
            throw new DriverException(
                    new Category.NotFound(),
                    "of "
                            + ids.size()
                            + " containers that are to run again, "
                            + (ids.size() - wanted.size())
                            + " were removed meanwhile",
                    "kompox up");
        }
        Readiness readiness = new Readiness(engine);
        for (ContainerInfo container : wanted) {
            readiness.await(neededHealthy(workload, container, wanted), call);
            engine.start(container.id());
        }
        readiness.await(wanted, call);
    }

    private static List<ContainerInfo> neededHealthy(
            Workload workload, ContainerInfo container, List<ContainerInfo> wanted) {
        Service service = workload.project().services().get(Instances.service(container));
        if (service == null) {
            return List.of();
        }
        return wanted.stream()
                .filter(other -> {
                    var dependency = service.dependsOn().get(Instances.service(other));
                    return dependency != null
                            && dependency.condition() == Condition.SERVICE_HEALTHY;
                })
                .toList();
    }

    private Duration grace(ContainerInfo container) {
        JsonValue timeout =
                engine.container(container.id())
                        .map(json -> json.get("Config").get("StopTimeout"))
                        .orElse(new JsonValue(null));
        return Duration.ofSeconds(timeout.exists() ? timeout.number() : DEFAULT_GRACE_SECONDS);
    }
}
