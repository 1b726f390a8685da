package dev.kompox.lab;

import dev.kompox.compose.model.DependencyOrder;
import dev.kompox.compose.model.Mount;
import dev.kompox.compose.model.Service;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.lab.fault.Faults;
import dev.kompox.manifest.id.AppId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The containers of a world, and what is frozen of them; guarded by the world. */
final class Containers {

    private final List<Box> boxes = new ArrayList<>();
    private final List<Ice> ices = new ArrayList<>();
    private final Map<String, Conduct> conducts = new HashMap<>();
    private int made;

    /** Return the containers of an app: by service in dependency order, then by name. */
    List<Box> of(Workload workload) {
        List<String> order =
                DependencyOrder.of(workload.project()).stream().map(Service::name).toList();
        return of(workload.app()).stream()
                .sorted(
                        Comparator.comparingInt((Box box) -> place(order, box.service.name()))
                                .thenComparing(box -> box.name))
                .toList();
    }

    private static int place(List<String> order, String service) {
        int place = order.indexOf(service);
        return place < 0 ? order.size() : place;
    }

    List<Box> of(AppId app) {
        return boxes.stream().filter(box -> box.workload.app().equals(app)).toList();
    }

    List<Box> mounting(AppId app, VolumeName volume) {
        return of(app).stream().filter(box -> box.mounts.containsKey(volume)).toList();
    }

    Box create(Workload workload, Service service, int number) {
        made++;
        String name =
                service.containerName() != null
                        ? service.containerName()
                        : workload.project().name() + "-" + service.name() + "-" + number;
        SequencedMap<VolumeName, Boolean> mounts = new LinkedHashMap<>();
        workload.users()
                .forEach((volume, users) -> {
                    if (users.contains(service.name())) {
                        mounts.put(volume, writes(service, volume));
                    }
                });
        Box box = new Box("box-%06d".formatted(made), name, workload, service, mounts);
        boxes.add(box);
        return box;
    }

    private static boolean writes(Service service, VolumeName volume) {
        List<Boolean> readOnly =
                service.mounts().stream()
                        .filter(mount ->
                                mount instanceof Mount.VolumeMount of
                                        && of.volume().equals(volume.value()))
                        .map(Mount::readOnly)
                        .toList();
        return readOnly.isEmpty() || readOnly.contains(false);
    }

    void remove(Box box) {
        boxes.remove(box);
    }

    Conduct conduct(String service) {
        return conducts.getOrDefault(service, Conduct.GOOD);
    }

    void conduct(String service, Conduct conduct) {
        conducts.put(service, conduct);
    }

    void freeze(Ice ice) {
        ices.add(ice);
    }

    void thaw(Ice ice) {
        ice.thaw();
        ices.remove(ice);
    }

    /** Let the watchdogs do what is due. */
    void catchUp(Instant now) {
        ices.stream().filter(ice -> !now.isBefore(ice.until)).forEach(Ice::melt);
        ices.removeIf(ice -> !now.isBefore(ice.until));
    }

    /** Let the watchdogs of a dead process do their work. */
    void died(Faults process) {
        ices.stream().filter(ice -> ice.process == process).forEach(Ice::melt);
        ices.removeIf(ice -> ice.process == process);
    }
}
