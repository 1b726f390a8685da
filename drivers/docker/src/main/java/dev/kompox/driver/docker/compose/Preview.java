package dev.kompox.driver.docker.compose;

import dev.kompox.compose.model.Dependency.Condition;
import dev.kompox.compose.model.Network;
import dev.kompox.compose.model.Service;
import dev.kompox.driver.docker.engine.ContainerInfo;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.JsonValue;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.Change;
import dev.kompox.driver.runtime.Change.Verb;
import dev.kompox.driver.runtime.Slot;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.driver.runtime.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tell what {@code docker compose up} would do, by the marks that it goes by itself: the hash of a
 * service's configuration in its containers' labels, and the image that its name stands for now.
 */
final class Preview {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Engine engine;
    private final ComposeCommand compose;
    private final Instances instances;

    Preview(Engine engine, ComposeCommand compose) {
        this.engine = engine;
        this.compose = compose;
        this.instances = new Instances(engine);
    }

    List<Change> of(Workload workload, StartRequest request) {
        List<Change> changes = new ArrayList<>();
        networks(workload, changes);
        workload.slots()
                .forEach((volume, slot) -> {
                    if (slot instanceof Slot.EngineVolume(String name, boolean _)) {
                        boolean there = engine.volume(name).isPresent();
                        changes.add(
                                change("volume", volume.value(), there ? Verb.KEEP : Verb.CREATE));
                    }
                });
        List<ContainerInfo> containers = instances.containers(workload);
        Map<String, String> hashes = hashes(workload);
        for (String service : Instances.order(workload)) {
            if (request.services().isEmpty() || request.services().contains(service)) {
                changes.add(service(workload, request, service, containers, hashes));
            }
        }
        for (ContainerInfo container : containers) {
            if (request.removeOrphans()
                    && !Instances.order(workload).contains(Instances.service(container))) {
                changes.add(
                        new Change(
                                "service",
                                Instances.service(container),
                                Verb.REMOVE,
                                "no longer in the project"));
            }
        }
        return changes;
    }

    private Change service(
            Workload workload,
            StartRequest request,
            String service,
            List<ContainerInfo> containers,
            Map<String, String> hashes) {
        List<ContainerInfo> own =
                containers.stream().filter(one -> Instances.service(one).equals(service)).toList();
        Service described = workload.project().services().get(service);
        int wanted = described == null ? 0 : described.replicas();
        if (own.isEmpty()) {
            return wanted == 0
                    ? change("service", service, Verb.KEEP)
                    : new Change("service", service, Verb.CREATE, "not there yet");
        }
        if (request.recreate()) {
            return new Change("service", service, Verb.RECREATE, "asked for");
        }
        for (ContainerInfo container : own) {
            if (!container
                    .labels()
                    .getOrDefault(Labels.CONFIG_HASH, "")
                    .equals(hashes.get(service))) {
                return new Change("service", service, Verb.RECREATE, "its configuration changed");
            }
            if (imageChanged(container)) {
                return new Change("service", service, Verb.RECREATE, "its image changed");
            }
        }
        if (own.size() != wanted) {
            return new Change(
                    "service",
                    service,
                    Verb.CREATE,
                    own.size() + " of " + wanted + " instances are there");
        }
        boolean runs = own.stream().allMatch(one -> one.alive() || done(workload, one));
        return runs
                ? change("service", service, Verb.KEEP)
                : new Change("service", service, Verb.START, "it does not run");
    }

    private boolean imageChanged(ContainerInfo container) {
        Optional<JsonValue> details = engine.container(container.id());
        String now = details.map(json -> json.get("Image").text()).orElse("");
        String name = details.map(json -> json.get("Config").get("Image").text()).orElse("");
        return engine.image(name).map(image -> !image.get("Id").text().equals(now)).orElse(false);
    }

    /**
     * Tell whether a container has done what others waited for. Any other that ended with 0 may
     * have been stopped, by somebody or by the engine's end.
     */
    private boolean done(Workload workload, ContainerInfo container) {
        String service = Instances.service(container);
        return workload.project().services().values().stream()
                        .map(other -> other.dependsOn().get(service))
                        .anyMatch(dependency ->
                                dependency != null
                                        && dependency.condition()
                                                == Condition.SERVICE_COMPLETED_SUCCESSFULLY)
                && completed(container);
    }

    private boolean completed(ContainerInfo container) {
        return engine.container(container.id())
                .filter(json -> json.get("State").get("Status").text().equals("exited"))
                .filter(json -> json.get("State").get("ExitCode").number() == 0)
                .filter(json -> {
                    String policy = json.get("HostConfig").get("RestartPolicy").get("Name").text();
                    return policy.isEmpty() || policy.equals("no") || policy.equals("on-failure");
                })
                .isPresent();
    }

    private void networks(Workload workload, List<Change> changes) {
        List<String> there =
                engine.networks(Map.of()).stream()
                        .map(network -> network.get("Name").text())
                        .toList();
        for (Network network : workload.project().networks().values()) {
            if (!network.external()) {
                Verb verb = there.contains(network.name()) ? Verb.KEEP : Verb.CREATE;
                changes.add(change("network", network.name(), verb));
            }
        }
    }

    private Map<String, String> hashes(Workload workload) {
        ComposeCommand.Ended ended =
                compose.run(workload.project(), List.of("config", "--hash", "*"), _ -> {}, LIMIT);
        if (ended.code() != 0) {
            compose.expectUsable();
            throw new DriverException(
                    new Category.Invalid(),
                    "docker compose does not accept the project: "
                            + String.join("\n", ended.lastLines()),
                    "docker compose config");
        }
        Map<String, String> hashes = new HashMap<>();
        ended.out()
                .lines()
                .forEach(line -> {
                    int space = line.indexOf(' ');
                    if (space > 0) {
                        hashes.put(line.substring(0, space), line.substring(space + 1).strip());
                    }
                });
        return hashes;
    }

    private static Change change(String kind, String name, Verb verb) {
        return new Change(kind, name, verb, verb == Verb.KEEP ? "as it is" : "not there yet");
    }
}
