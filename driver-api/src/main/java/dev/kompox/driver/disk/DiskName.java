package dev.kompox.driver.disk;

/**
 * Name a disk of a volume; unique within the volume.
 *
 * <p>A DNS label of 1 to 24 characters: {@code a-z 0-9 -}, starting and ending with a letter or
 * digit.
 *
 * @param value the name
 */
public record DiskName(String value) implements Comparable<DiskName> {

    /** The longest name, in characters. */
    public static final int MAX_LENGTH = 24;

    /** Refuses what is not a disk name. */
    public DiskName {
        Names.check("disk name", value, MAX_LENGTH, Names.DNS_LABEL);
    }

    @Override
    public int compareTo(DiskName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
