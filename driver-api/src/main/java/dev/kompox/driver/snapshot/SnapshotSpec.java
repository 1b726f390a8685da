package dev.kompox.driver.snapshot;

import dev.kompox.driver.disk.DiskRef;
import dev.kompox.manifest.id.AppId;
import java.util.List;

/**
 * Describe the snapshots of a set of disks of one app that should exist.
 *
 * @param app whose disks
 * @param name the name all of them bear
 * @param disks the disks, one per volume, in the order they are reported
 * @param consistency what the caller has done before the call; kept as a tag, not enforced by the
 *     driver
 */
public record SnapshotSpec(
        AppId app, SnapshotName name, List<DiskRef> disks, Consistency consistency) {

    /** Refuses an empty set, a disk of another app and two disks of one volume. */
    public SnapshotSpec {
        disks = List.copyOf(disks);
        if (disks.isEmpty()) {
            throw new IllegalArgumentException("a snapshot needs a disk");
        }
        if (disks.stream().anyMatch(disk -> !disk.app().equals(app))) {
            throw new IllegalArgumentException("a snapshot takes disks of one app");
        }
        if (disks.stream().map(DiskRef::volume).distinct().count() != disks.size()) {
            throw new IllegalArgumentException("a snapshot takes one disk of a volume");
        }
    }
}
