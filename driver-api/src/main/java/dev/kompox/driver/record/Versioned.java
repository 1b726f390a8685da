package dev.kompox.driver.record;

/**
 * Pair a value with the version that a compare-and-swap must name.
 *
 * @param version opaque to callers except for equality; {@code ""} stands for "there is none yet"
 * @param value the value
 * @param <T> what is versioned
 */
public record Versioned<T>(String version, T value) {

    /** The version to name when nothing is there yet. */
    public static final String ABSENT = "";
}
