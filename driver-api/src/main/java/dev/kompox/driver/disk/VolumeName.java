package dev.kompox.driver.disk;

/**
 * Name a volume of an app: the key under {@code volumes:} of its Compose file, or the name given to
 * a bind-mounted directory.
 *
 * <p>1 to 128 of {@code A-Z a-z 0-9 . _ -}, starting with a letter or digit: what Compose allows
 * for a volume key. A KOM document is stricter (16 characters of a DNS label); the manifest module
 * checks that.
 *
 * @param value the name
 */
public record VolumeName(String value) implements Comparable<VolumeName> {

    /** Refuses what is not a volume name. */
    public VolumeName {
        Names.check("volume name", value, 128, Names.COMPOSE_KEY);
    }

    @Override
    public int compareTo(VolumeName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
