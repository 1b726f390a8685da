package dev.kompox.driver.disk;

import java.util.List;

/** Say what a disk is doing. An unknown state of a provider is {@link Failed}, never guessed. */
public sealed interface DiskState {

    /** It is being made or filled and must not be used yet. */
    record Creating() implements DiskState {}

    /** It is ready and nobody holds it. */
    record Available() implements DiskState {}

    /**
     * Somebody holds it.
     *
     * @param to the holders, for people, never empty
     */
    record Attached(List<String> to) implements DiskState {
        /** Refuses an empty list. */
        public Attached {
            to = List.copyOf(to);
            if (to.isEmpty()) {
                throw new IllegalArgumentException("an attached disk has a holder");
            }
        }
    }

    /** It is going away. */
    record Deleting() implements DiskState {}

    /**
     * It cannot be used.
     *
     * @param problem why, one sentence for people
     */
    record Failed(String problem) implements DiskState {}
}
