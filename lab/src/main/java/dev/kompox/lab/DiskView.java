package dev.kompox.lab;

import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskState;
import java.util.List;

/** Disks as callers see them; guarded by the world. */
record DiskView(LabWorld world) {

    Disk of(Drive drive) {
        return new Disk(
                drive.ref,
                drive.nativeId,
                world.location,
                drive.size,
                drive.storageClass,
                drive.source,
                state(drive),
                drive.assigned,
                drive.trash,
                drive.epoch,
                drive.createdAt,
                drive.tags);
    }

    private DiskState state(Drive drive) {
        if (drive.problem != null) {
            return new DiskState.Failed(drive.problem);
        }
        if (!drive.complete) {
            return new DiskState.Creating();
        }
        List<String> holders = new Holding(world).running(drive);
        return holders.isEmpty() ? new DiskState.Available() : new DiskState.Attached(holders);
    }
}
