package dev.kompox.operations.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Tell one thing that happened during an operation. Events form a tree: their path is the
 * operation's id, then the step's id. Renderers live elsewhere.
 */
public sealed interface Event {

    /** Return where in the tree: operation id, then step id. */
    List<String> path();

    /** Return when, by the clock of the operation. */
    Instant at();

    /**
     * Something began; {@code title} says what, {@code resumed} whether it goes on after an
     * interruption.
     */
    record Started(List<String> path, Instant at, String title, boolean resumed) implements Event {}

    /** Bytes moved; total is -1 while unknown, rate is bytes per second over the last seconds. */
    record Progressed(List<String> path, Instant at, long done, long total, long rate)
            implements Event {}

    /** One sentence about what is happening. */
    record Noted(List<String> path, Instant at, String sentence) implements Event {}

    /** One sentence that a person should not miss. */
    record Warned(List<String> path, Instant at, String sentence) implements Event {}

    /** Something failed and is tried again after a pause. */
    record Retrying(List<String> path, Instant at, String sentence, Duration pause, int attempt)
            implements Event {}

    /** Something was found done already, in the world or in the journal. */
    record Adopted(List<String> path, Instant at, String title) implements Event {}

    /** Something ended well. */
    record Done(List<String> path, Instant at, String title, Duration took) implements Event {}

    /** Something failed for good. */
    record Failed(List<String> path, Instant at, String title, String sentence) implements Event {}

    /** The commit point was passed: from here on only forward. */
    record Committed(List<String> path, Instant at) implements Event {}

    /** Something was undone. */
    record Undone(List<String> path, Instant at, String title) implements Event {}
}
