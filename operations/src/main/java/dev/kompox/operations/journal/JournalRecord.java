package dev.kompox.operations.journal;

import dev.kompox.operations.engine.OperationId;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.json.Fields;
import java.time.Instant;

/** State one fact about an operation. Records are written in order and never changed. */
public sealed interface JournalRecord {

    /** Return when it was written, by the operation's clock. */
    Instant at();

    /**
     * Begin a journal; always the first record.
     *
     * @param format the version of the journal's format
     * @param operation the operation
     * @param app the app's id
     * @param epoch the epoch of the app's ownership when it was planned, 0 before any
     * @param by who: {@code user@host}
     * @param tool the version of Kompox
     * @param planHash the SHA-256 of the plan's JSON
     * @param plan the plan
     */
    record Header(
            Instant at,
            int format,
            OperationId operation,
            String app,
            long epoch,
            String by,
            String tool,
            String planHash,
            Fields plan)
            implements JournalRecord {}

    /** A step is about to be run; written and durable before its first effect. */
    record Intent(Instant at, StepId step, int attempt, String token) implements JournalRecord {}

    /** A step has happened; {@code adopted} if the world said so and not a call's answer. */
    record Result(Instant at, StepId step, int attempt, boolean adopted, Fields result)
            implements JournalRecord {}

    /** An attempt failed; {@code last} if it will not be tried again by itself. */
    record Failed(
            Instant at, StepId step, int attempt, String category, String sentence, boolean last)
            implements JournalRecord {}

    /** The commit point was passed. */
    record Committed(Instant at) implements JournalRecord {}

    /** Rolling back began; from here on only backward. */
    record RollingBack(Instant at, String cause) implements JournalRecord {}

    /** A step is undone. */
    record Undone(Instant at, StepId step) implements JournalRecord {}

    /** Something worth keeping for whoever reads the journal. */
    record Note(Instant at, String sentence) implements JournalRecord {}

    /** The operation has ended and nothing is left to do. */
    record Ended(Instant at, End end, String sentence) implements JournalRecord {}

    /** How an operation ended. */
    enum End {
        /** All steps have happened. */
        COMPLETED,
        /** Everything was undone. */
        ROLLED_BACK,
        /** It failed, and what was done stays on purpose. */
        FAILED,
        /** A person, or a newer operation, gave it up. */
        ABANDONED
    }
}
