package dev.kompox.driver.docker.storage;

import dev.kompox.driver.disk.Trash;
import dev.kompox.driver.docker.engine.JsonValue;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says about an app's disks and snapshots.
 *
 * @param disks complete disks by {@code VOLUME/NAME}
 * @param assigned the assigned disk's name by volume
 * @param snapshots complete snapshots by {@code VOLUME@NAME}
 * @param pending a change of assignment that was begun; null if none
 */
record Book(
        SequencedMap<String, DiskEntry> disks,
        SequencedMap<String, String> assigned,
        SequencedMap<String, SnapshotEntry> snapshots,
        @Nullable Pending pending) {

    Book {
        disks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(disks));
        assigned = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(assigned));
        snapshots = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(snapshots));
    }

    /** A complete disk. */
    record DiskEntry(
            String nativeId,
            String source,
            String operation,
            Instant created,
            @Nullable Trash trash) {

        DiskEntry in(String other) {
            return new DiskEntry(other, source, operation, created, trash);
        }

        DiskEntry with(@Nullable Trash other) {
            return new DiskEntry(nativeId, source, operation, created, other);
        }
    }

    /** A complete snapshot. */
    record SnapshotEntry(
            String nativeId,
            String disk,
            String members,
            String consistency,
            String operation,
            Instant created,
            long bytes) {}

    /**
     * A change of a volume's disk that was begun.
     *
     * @param way {@code exchange} or {@code copy}
     * @param volume the volume
     * @param slot where the volume's disk is found
     * @param other the volume that holds the new disk, or will hold the old one
     * @param to the disk that shall be assigned; empty to take the disk away
     * @param from the disk that was assigned; empty if none was
     * @param first for an exchange the slot's inode before; for a copy the volume that keeps the
     *     old disk
     * @param second for an exchange the other's inode before; for a copy {@code saved} once the old
     *     disk is kept
     */
    record Pending(
            String way,
            String volume,
            String slot,
            String other,
            String to,
            String from,
            String first,
            String second) {}

    static Book empty() {
        return new Book(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), null);
    }

    Book withDisk(String ref, DiskEntry entry) {
        SequencedMap<String, DiskEntry> next = new LinkedHashMap<>(disks);
        next.put(ref, entry);
        return new Book(next, assigned, snapshots, pending);
    }

    Book withoutDisk(String ref) {
        SequencedMap<String, DiskEntry> next = new LinkedHashMap<>(disks);
        next.remove(ref);
        return new Book(next, assigned, snapshots, pending);
    }

    Book withAssigned(String volume, String name) {
        SequencedMap<String, String> next = new LinkedHashMap<>(assigned);
        if (name.isEmpty()) {
            next.remove(volume);
        } else {
            next.put(volume, name);
        }
        return new Book(disks, next, snapshots, pending);
    }

    Book withPending(@Nullable Pending next) {
        return new Book(disks, assigned, snapshots, next);
    }

    Book withSnapshot(String ref, SnapshotEntry entry) {
        SequencedMap<String, SnapshotEntry> next = new LinkedHashMap<>(snapshots);
        next.put(ref, entry);
        return new Book(disks, assigned, next, pending);
    }

    Book withoutSnapshot(String ref) {
        SequencedMap<String, SnapshotEntry> next = new LinkedHashMap<>(snapshots);
        next.remove(ref);
        return new Book(disks, assigned, next, pending);
    }

    /** Return this as JSON values. */
    Object encode() {
        SequencedMap<String, @Nullable Object> document = new LinkedHashMap<>();
        SequencedMap<String, Object> disksJson = new LinkedHashMap<>();
        disks.forEach((ref, disk) -> disksJson.put(ref, BookJson.encode(disk)));
        SequencedMap<String, Object> snapshotsJson = new LinkedHashMap<>();
        snapshots.forEach((ref, snapshot) -> snapshotsJson.put(ref, BookJson.encode(snapshot)));
        document.put("disks", disksJson);
        document.put("assigned", assigned);
        document.put("snapshots", snapshotsJson);
        document.put("pending", pending == null ? null : BookJson.encode(pending));
        return document;
    }

    static Book decode(JsonValue json) {
        SequencedMap<String, DiskEntry> disks = new LinkedHashMap<>();
        json.get("disks").members().forEach((ref, disk) -> disks.put(ref, BookJson.disk(disk)));
        SequencedMap<String, SnapshotEntry> snapshots = new LinkedHashMap<>();
        json.get("snapshots")
                .members()
                .forEach((ref, snapshot) -> snapshots.put(ref, BookJson.snapshot(snapshot)));
        JsonValue pending = json.get("pending");
        return new Book(
                disks,
                json.get("assigned").texts(),
                snapshots,
                pending.exists() ? BookJson.pending(pending) : null);
    }
}
