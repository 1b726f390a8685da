package dev.kompox.driver.bytes;

import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.snapshot.SnapshotRef;

/**
 * Put a disk or a snapshot beside a helper.
 *
 * @param at the name programs call it by: {@code a-z}, e.g. {@code from}
 * @param what the disk or snapshot
 * @param readOnly whether writes are refused; a snapshot is always read-only
 */
public record Mount(String at, What what, boolean readOnly) {

    /** What is mounted. */
    public sealed interface What {}

    /**
     * A disk.
     *
     * @param ref which
     */
    public record OfDisk(DiskRef ref) implements What {}

    /**
     * A snapshot.
     *
     * @param ref which
     */
    public record OfSnapshot(SnapshotRef ref) implements What {}

    /** Refuses a name that is no plain word, and a writable snapshot. */
    public Mount {
        if (at.isEmpty() || !at.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            throw new IllegalArgumentException("a mount is named with letters a to z");
        }
        if (what instanceof OfSnapshot && !readOnly) {
            throw new IllegalArgumentException("a snapshot is mounted read-only");
        }
    }

    /** Mount a disk for reading. */
    public static Mount reading(String at, DiskRef disk) {
        return new Mount(at, new OfDisk(disk), true);
    }

    /** Mount a disk for writing. */
    public static Mount writing(String at, DiskRef disk) {
        return new Mount(at, new OfDisk(disk), false);
    }

    /** Mount a snapshot. */
    public static Mount reading(String at, SnapshotRef snapshot) {
        return new Mount(at, new OfSnapshot(snapshot), true);
    }
}
