package dev.kompox.driver.runtime;

/**
 * Say one thing that {@link dev.kompox.driver.Runtime#start} would do.
 *
 * @param kind what would be changed: {@code service}, {@code network}, {@code volume}, or the
 *     place's own word for something else
 * @param name its name
 * @param verb what would happen to it
 * @param cause why, for people, e.g. {@code "configuration changed"}
 */
public record Change(String kind, String name, Verb verb, String cause) {

    /** What would happen. */
    public enum Verb {
        /** Made, because it is not there. */
        CREATE,
        /** Changed as it is, without being made again. */
        UPDATE,
        /** Removed and made again. */
        RECREATE,
        /** Started as it is. */
        START,
        /** Removed. */
        REMOVE,
        /** Nothing. */
        KEEP
    }
}
