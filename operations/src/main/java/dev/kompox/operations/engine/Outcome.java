package dev.kompox.operations.engine;

import dev.kompox.operations.json.Fields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Say how running, resuming or rolling back an operation ended. */
public sealed interface Outcome {

    /**
     * Everything has happened.
     *
     * @param operation the operation
     * @param plan what it did
     * @param results each step's result
     */
    record Completed(OperationId operation, Plan plan, SequencedMap<StepId, Fields> results)
            implements Outcome {
        /** Copies the results. */
        public Completed {
            results = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(results));
        }
    }

    /**
     * Everything is as before.
     *
     * @param operation the operation
     * @param plan what it was going to do
     * @param cause the failure that led to it; null if a person asked for it
     */
    record RolledBack(OperationId operation, Plan plan, @Nullable FailureReport cause)
            implements Outcome {}

    /**
     * A step failed, and what was done stays on purpose.
     *
     * @param operation the operation
     * @param plan what it was doing
     * @param cause the failure
     */
    record Failed(OperationId operation, Plan plan, FailureReport cause) implements Outcome {}

    /**
     * The operation is neither done nor undone; it can go on.
     *
     * @param operation the operation
     * @param plan what it is doing
     * @param done the titles of the steps that have happened
     * @param next the title of the step that comes next
     * @param cause the failure that stopped it; null if a person did
     * @param back whether it was rolling back
     * @param committed whether the commit point was passed, so that it can only go forward
     */
    record Resumable(
            OperationId operation,
            Plan plan,
            List<String> done,
            String next,
            @Nullable FailureReport cause,
            boolean back,
            boolean committed)
            implements Outcome {
        /** Copies the titles. */
        public Resumable {
            done = List.copyOf(done);
        }
    }

    /**
     * Nothing was done, for the world is no longer what the plan assumed.
     *
     * @param plan the plan
     * @param differences how it differs, never empty
     * @param operation the operation if it had begun, else null
     */
    record WorldChanged(Plan plan, List<Difference> differences, @Nullable OperationId operation)
            implements Outcome {
        /** Copies the differences. */
        public WorldChanged {
            differences = List.copyOf(differences);
        }
    }
}
