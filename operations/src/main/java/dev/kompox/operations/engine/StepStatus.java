package dev.kompox.operations.engine;

import dev.kompox.operations.json.Fields;

/** Say how far a step came, as its journal tells. */
public sealed interface StepStatus {

    /** It was never begun. */
    record Pending() implements StepStatus {}

    /**
     * It was begun, and the journal does not know whether it happened; only the world does.
     *
     * @param attempt the attempts begun so far
     */
    record InDoubt(int attempt) implements StepStatus {}

    /**
     * It has happened.
     *
     * @param result its result
     */
    record Done(Fields result) implements StepStatus {}

    /** It was undone. */
    record Undone() implements StepStatus {}
}
