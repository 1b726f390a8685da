package dev.kompox.lab;

import dev.kompox.compose.model.DependencyOrder;
import dev.kompox.compose.model.Service;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.InstanceState.Phase;
import dev.kompox.driver.runtime.Slot;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.lab.fault.Passage;
import dev.kompox.lab.tree.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** The start of an app, container by container, dependencies first. */
record Starting(LabWorld world) {

    void start(Workload workload, StartRequest request, Call call, Passage passage) {
        synchronized (world) {
            String reason = world.sealed.get(workload.app());
            if (reason != null) {
                throw new DriverException(
                        new Category.Invalid(),
                        "the app is sealed off here: " + reason,
                        "kompox status");
            }
            workload.slots().forEach((volume, slot) -> makeDisk(workload, volume, slot));
            if (request.removeOrphans()) {
                world.containers.of(workload).stream()
                        .filter(box ->
                                !workload.project().services().containsKey(box.service.name()))
                        .forEach(world.containers::remove);
            }
        }
        for (Service service : wanted(workload, request)) {
            List<Box> started = new ArrayList<>();
            synchronized (world) {
                for (int number = 1; number <= service.replicas(); number++) {
                    started.add(started(workload, service, number, request.recreate()));
                    passage.cut();
                }
            }
            new Watching(world).awaitHealthy(started, call);
        }
    }

    /** Make the disk of a volume that has none; an external one is never made for the app. */
    private void makeDisk(Workload workload, VolumeName volume, Slot slot) {
        boolean external = slot instanceof Slot.EngineVolume(String _, boolean is) && is;
        if (external && world.volume(workload.app(), volume).isEmpty()) {
            throw Refusal.invalid(
                    "volume " + volume + " is external and not there", "kompox disk create");
        }
        Tree _ = world.use(workload.app(), volume);
    }

    /** Return the services asked for and what they depend on, dependencies first. */
    static List<Service> wanted(Workload workload, StartRequest request) {
        SequencedSet<String> names = new LinkedHashSet<>();
        request.services().forEach(name -> addWithDependencies(workload, name, names));
        return DependencyOrder.of(workload.project()).stream()
                .filter(service -> request.services().isEmpty() || names.contains(service.name()))
                .toList();
    }

    private static void addWithDependencies(
            Workload workload, String name, SequencedSet<String> names) {
        Service service = workload.project().services().get(name);
        if (service == null) {
            throw Refusal.invalid("there is no service " + name, "kompox config --services");
        }
        if (names.add(name)) {
            service.dependsOn().keySet().stream()
                    .filter(workload.project().services()::containsKey)
                    .forEach(other -> addWithDependencies(workload, other, names));
        }
    }

    private Box started(Workload workload, Service service, int number, boolean anew) {
        List<Box> there =
                world.containers.of(workload).stream()
                        .filter(box -> box.service.name().equals(service.name()))
                        .toList();
        Box box = number <= there.size() ? there.get(number - 1) : null;
        if (box != null && (anew || !Preview.same(box.service, service))) {
            world.containers.remove(box);
            box = null;
        }
        Box one = box == null ? world.containers.create(workload, service, number) : box;
        run(one);
        return one;
    }

    /** Run a container, as it is; one that runs, or is frozen, is left alone. */
    private void run(Box box) {
        if (box.alive()) {
            return;
        }
        world.time.pass(Duration.ofMillis(10));
        box.run(world.time.now());
        Conduct conduct = world.containers.conduct(box.service.name());
        box.lines.add("starting");
        String last = conduct.fails();
        if (last != null) {
            box.lines.add(last);
            box.phase = Phase.EXITED;
            box.exitCode = conduct.exitCode();
        }
    }

    void startAgain(Workload workload, List<String> ids, Call call, Passage passage) {
        List<Box> boxes;
        synchronized (world) {
            boxes =
                    world.containers.of(workload).stream()
                            .filter(box -> ids.contains(box.id))
                            .toList();
        }
        if (boxes.size() != ids.size()) {
            throw new DriverException(
                    new Category.NotFound(),
                    "some of the containers that are to run again were removed meanwhile",
                    "kompox up");
        }
        for (Box box : boxes) {
            synchronized (world) {
                run(box);
                passage.cut();
            }
            new Watching(world).awaitHealthy(List.of(box), call);
        }
    }
}
