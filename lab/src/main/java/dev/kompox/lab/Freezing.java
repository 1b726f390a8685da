package dev.kompox.lab;

import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.runtime.Frozen;
import dev.kompox.driver.runtime.InstanceState.Phase;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.lab.fault.Faults;
import dev.kompox.lab.fault.Passage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** One freezing of an app's writers, with a watchdog set before the first. */
final class Freezing {

    private final LabWorld world;
    private final Faults process;
    private @Nullable Ice begun;

    Freezing(LabWorld world, Faults process) {
        this.world = world;
        this.process = process;
    }

    Frozen freeze(Workload workload, List<DiskRef> disks, Duration limit, Passage passage) {
        synchronized (world) {
            List<Box> frozen = new ArrayList<>();
            SequencedSet<Box> writers = writers(workload, disks);
            Instant now = world.time.now();
            Ice ice = new Ice(process, frozen, now, now.plus(limit));
            begun = ice;
            world.containers.freeze(ice);
            for (Box box : writers) {
                box.phase = Phase.PAUSED;
                box.ice = ice;
                frozen.add(box);
                passage.cut();
            }
            return new Held(world, process, ice);
        }
    }

    /** Thaw what was frozen. */
    void undo() {
        synchronized (world) {
            Ice ice = begun;
            if (ice != null) {
                world.containers.thaw(ice);
            }
        }
    }

    /** Return those of the app that write at this moment; refuse strangers. */
    private SequencedSet<Box> writers(Workload workload, List<DiskRef> disks) {
        Holding holding = new Holding(world);
        SequencedSet<Box> writers = new LinkedHashSet<>();
        for (DiskRef disk : disks) {
            Drive drive = world.storage.drive(disk);
            List<String> strangers = holding.strangersWriting(drive);
            if (!strangers.isEmpty()) {
                throw Refusal.inUse("disk " + disk, strangers);
            }
            holding.boxes(drive).stream()
                    .filter(box -> box.workload.app().equals(workload.app()))
                    .filter(box -> box.phase == Phase.RUNNING && box.writes(disk.volume()))
                    .forEach(writers::add);
        }
        return writers;
    }

    /** What the caller holds of it. */
    private static final class Held implements Frozen {

        private final LabWorld world;
        private final Faults process;
        private final Ice ice;
        private @Nullable Thawed report;

        Held(LabWorld world, Faults process, Ice ice) {
            this.world = world;
            this.process = process;
            this.ice = ice;
        }

        @Override
        public List<String> names() {
            return ice.boxes.stream().map(box -> box.name).toList();
        }

        @Override
        public Thawed thaw() {
            return process.call("runtime.thaw", _ -> end());
        }

        private boolean ended() {
            synchronized (world) {
                return report != null;
            }
        }

        private Thawed end() {
            synchronized (world) {
                Thawed before = report;
                if (before != null) {
                    return before;
                }
                Instant now = world.time.now();
                world.containers.catchUp(now);
                Thawed thawed = new Thawed(Duration.between(ice.since, now), ice.unbroken());
                world.containers.thaw(ice);
                report = thawed;
                return thawed;
            }
        }

        @Override
        public void close() {
            if (!ended()) {
                process.run("runtime.thaw", _ -> end());
            }
        }
    }
}
