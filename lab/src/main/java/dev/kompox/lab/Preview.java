package dev.kompox.lab;

import dev.kompox.compose.model.Service;
import dev.kompox.driver.runtime.Change;
import dev.kompox.driver.runtime.Change.Verb;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.driver.runtime.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a start would do; guarded by the world. */
record Preview(LabWorld world) {

    List<Change> of(Workload workload, StartRequest request) {
        List<Change> changes = new ArrayList<>();
        workload.slots()
                .keySet()
                .forEach(volume -> {
                    boolean there = world.storage.assigned(workload.app(), volume).isPresent();
                    changes.add(
                            there
                                    ? new Change("volume", volume.value(), Verb.KEEP, "as it is")
                                    : new Change(
                                            "volume",
                                            volume.value(),
                                            Verb.CREATE,
                                            "not there yet"));
                });
        List<Box> boxes = world.containers.of(workload);
        for (Service service : Starting.wanted(workload, request)) {
            List<Box> there =
                    boxes.stream()
                            .filter(box -> box.service.name().equals(service.name()))
                            .toList();
            changes.add(ofService(service, there, request.recreate()));
        }
        if (request.removeOrphans()) {
            boxes.stream()
                    .map(box -> box.service.name())
                    .filter(name -> !workload.project().services().containsKey(name))
                    .distinct()
                    .forEach(name ->
                            changes.add(
                                    new Change(
                                            "service",
                                            name,
                                            Verb.REMOVE,
                                            "no longer in the project")));
        }
        return changes;
    }

    private static Change ofService(Service service, List<Box> there, boolean anew) {
        if (there.size() < service.replicas()) {
            return new Change("service", service.name(), Verb.CREATE, "not there yet");
        }
        if (anew) {
            return new Change("service", service.name(), Verb.RECREATE, "asked for");
        }
        if (there.stream().anyMatch(box -> !same(box.service, service))) {
            return new Change("service", service.name(), Verb.RECREATE, "configuration changed");
        }
        if (there.stream().anyMatch(box -> !box.alive())) {
            return new Change("service", service.name(), Verb.START, "not running");
        }
        return new Change("service", service.name(), Verb.KEEP, "as it is");
    }

    /** Tell whether a container of one service can stay for the other. */
    static boolean same(Service one, Service other) {
        return Objects.equals(one.image(), other.image())
                && Objects.equals(one.command(), other.command())
                && Objects.equals(one.entrypoint(), other.entrypoint())
                && one.environment().equals(other.environment())
                && one.ports().equals(other.ports())
                && one.mounts().equals(other.mounts());
    }
}
