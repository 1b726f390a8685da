package dev.kompox.lab;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.driver.snapshot.SnapshotSpec;
import dev.kompox.lab.fault.Passage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The taking of a set of snapshots, disk by disk, so that it can be cut off in between; the set is
 * complete only when all are taken. Guarded by the world.
 */
record SnapshotTaking(LabWorld world) {

    void ensure(SnapshotSpec spec, Call call, Passage passage) {
        if (complete(spec, call)) {
            return;
        }
        world.time.pass(Duration.ofMillis(10));
        List<Drive> drives = drives(spec);
        // what a broken call left shows another instant than what is taken now
        spec.disks().forEach(disk -> world.storage.remove(LabSnapshots.ref(spec, disk)));
        List<Picture> taken = new ArrayList<>();
        try {
            for (Drive drive : drives) {
                taken.add(take(spec, drive, call));
                passage.cut();
            }
        } catch (DriverException e) {
            taken.forEach(one -> world.storage.remove(one.ref));
            throw e;
        }
        taken.forEach(one -> one.complete = true);
    }

    /** Refuse what cannot be taken, without taking it. */
    void expectPossible(SnapshotSpec spec, ByteSize bytes) {
        for (DiskRef disk : spec.disks()) {
            // before an operation there is no token yet, so whatever has the name is in the way
            world.storage
                    .find(LabSnapshots.ref(spec, disk))
                    .filter(one -> one.complete)
                    .ifPresent(one -> {
                        throw Refusal.conflict(
                                "snapshot " + one.ref,
                                "of disk " + disk,
                                "of disk " + one.disk + " by " + one.operation());
                    });
        }
        List<Drive> _ = drives(spec);
        world.storage.expectRoom(bytes.bytes());
    }

    private List<Drive> drives(SnapshotSpec spec) {
        List<Drive> drives = spec.disks().stream().map(world.storage::drive).toList();
        for (Drive drive : drives) {
            if (!drive.complete || drive.problem != null) {
                throw Refusal.invalid("disk " + drive.ref + " is not complete", "kompox disk list");
            }
        }
        return drives;
    }

    /** Tell whether the set is complete; refuse one that was made for another wish. */
    private boolean complete(SnapshotSpec spec, Call call) {
        int there = 0;
        for (DiskRef disk : spec.disks()) {
            SnapshotRef ref = LabSnapshots.ref(spec, disk);
            Optional<Picture> found = world.storage.find(ref).filter(one -> one.complete);
            if (found.isPresent()) {
                agree(spec, disk, found.get(), call);
                there++;
            }
        }
        return there == spec.disks().size();
    }

    private static void agree(SnapshotSpec spec, DiskRef disk, Picture found, Call call) {
        String by = call.token().operation();
        List<VolumeName> members = members(spec);
        boolean same = found.disk.equals(disk.name()) && found.members.equals(members);
        if (!found.operation().equals(by) || !same) {
            throw Refusal.conflict(
                    "snapshot " + found.ref,
                    "of disk " + disk + ", in a set of " + members + ", by " + by,
                    "of disk "
                            + found.disk
                            + ", in a set of "
                            + found.members
                            + ", by "
                            + found.operation());
        }
    }

    private static List<VolumeName> members(SnapshotSpec spec) {
        return spec.disks().stream().map(DiskRef::volume).toList();
    }

    private Picture take(SnapshotSpec spec, Drive drive, Call call) {
        noteWriters(drive, spec.consistency());
        world.storage.expectRoom(drive.tree.bytes());
        Instant now = world.time.now();
        SnapshotRef ref = LabSnapshots.ref(spec, drive.ref);
        Picture picture =
                new Picture(
                        ref,
                        drive,
                        members(spec),
                        spec.consistency(),
                        now,
                        now.plus(world.traits.snapshotTakes()),
                        Tags.of(ref, call.token()));
        world.storage.add(picture);
        return picture;
    }

    /** Note it when the caller promises more than is true. */
    private void noteWriters(Drive drive, Consistency promised) {
        Holding holding = new Holding(world);
        List<String> disturbing =
                switch (promised) {
                    case STOPPED -> holding.alive(drive);
                    case FROZEN_GROUP -> holding.writing(drive);
                    case CRASH_GROUP, CRASH_EACH -> List.of();
                };
        if (!disturbing.isEmpty()) {
            world.violations.add(
                    drive.ref + " was taken as " + promised.word() + " beside " + disturbing);
        }
    }
}
