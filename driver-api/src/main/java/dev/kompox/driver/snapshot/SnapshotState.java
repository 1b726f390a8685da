package dev.kompox.driver.snapshot;

/**
 * Say whether a snapshot can be used. An unknown state of a provider is {@link Failed}, never
 * guessed.
 */
public sealed interface SnapshotState {

    /** It is being made; a disk cannot be made from it yet. */
    record Creating() implements SnapshotState {}

    /** It is complete and durable. */
    record Usable() implements SnapshotState {}

    /** It is going away. */
    record Deleting() implements SnapshotState {}

    /**
     * It never will be usable.
     *
     * @param problem why, one sentence for people
     */
    record Failed(String problem) implements SnapshotState {}
}
