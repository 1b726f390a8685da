package dev.kompox.operations.plan;

import dev.kompox.driver.Capabilities;
import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.Slot;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.driver.snapshot.Snapshot;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Hold what was observed of an app and its place; every plan is made from this and a wish.
 *
 * @param workload the app
 * @param location the place
 * @param capabilities what the place can do
 * @param state what of the app is there
 * @param disks its disks, newest first
 * @param snapshots its snapshots, newest first
 * @param owner its ownership record; null if there is none
 * @param holders who holds each assigned disk; empty for volumes that have none
 * @param usage the bytes of disks and snapshots by native id, as far as known
 * @param at when all this was observed
 * @param by who observes: {@code user@host}
 */
public record Observation(
        Workload workload,
        Location location,
        Capabilities capabilities,
        AppState state,
        List<Disk> disks,
        List<Snapshot> snapshots,
        @Nullable OwnershipRecord owner,
        SequencedMap<VolumeName, List<Holder>> holders,
        SequencedMap<String, ByteSize> usage,
        Instant at,
        String by) {

    /** Copies everything. */
    public Observation {
        disks = List.copyOf(disks);
        snapshots = List.copyOf(snapshots);
        holders = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(holders));
        usage = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(usage));
    }

    /** Tell whether the app lives here, as it does anywhere as long as nothing else is recorded. */
    public boolean livesHere() {
        return owner == null || owner.place().equals(location);
    }

    /** Return the disk that a volume finds, if it has one. */
    public Optional<Disk> assigned(VolumeName volume) {
        return disks.stream()
                .filter(disk -> disk.assigned() && disk.ref().volume().equals(volume))
                .findFirst();
    }

    /**
     * Tell whether a volume is a directory of a machine here. Where starting an app does not make
     * its disks, as on a cluster, such a volume has a disk as any other has.
     */
    public boolean isDirectory(VolumeName volume) {
        return capabilities.startCreatesDisks()
                && workload.slots().get(volume) instanceof Slot.Directory;
    }

    /** Return a disk of a volume, in the trash or not. */
    public Optional<Disk> disk(VolumeName volume, DiskName name) {
        return disks.stream()
                .filter(disk ->
                        disk.ref().volume().equals(volume) && disk.ref().name().equals(name))
                .findFirst();
    }

    /** Return the volumes that have an assigned disk, in the app's order. */
    public List<VolumeName> volumesWithDisk() {
        return workload.slots().keySet().stream()
                .filter(volume -> assigned(volume).isPresent())
                .toList();
    }

    /** Return the restore points, newest first. */
    public List<RestorePoint> restorePoints() {
        return RestorePoint.group(snapshots);
    }

    /** Return how many bytes a disk or snapshot occupies, or -1 if that is not known. */
    public long bytes(String nativeId) {
        ByteSize size = usage.get(nativeId);
        return size == null ? -1 : size.bytes();
    }

    /** Return the bytes of several, or -1 if one is not known. */
    public long bytes(List<String> nativeIds) {
        long sum = 0;
        for (String id : nativeIds) {
            long one = bytes(id);
            if (one < 0) {
                return -1;
            }
            sum += one;
        }
        return sum;
    }
}
