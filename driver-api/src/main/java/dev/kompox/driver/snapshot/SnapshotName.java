package dev.kompox.driver.snapshot;

import dev.kompox.driver.disk.Names;

/**
 * Name a restore point; the snapshots of all its volumes bear it.
 *
 * <p>A DNS label of 1 to 24 characters: {@code a-z 0-9 -}, starting and ending with a letter or
 * digit.
 *
 * @param value the name
 */
public record SnapshotName(String value) implements Comparable<SnapshotName> {

    /** The longest name, in characters. */
    public static final int MAX_LENGTH = 24;

    /** Refuses what is not a snapshot name. */
    public SnapshotName {
        Names.check("snapshot name", value, MAX_LENGTH, Names.DNS_LABEL);
    }

    @Override
    public int compareTo(SnapshotName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
