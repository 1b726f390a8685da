package dev.kompox.operations.engine;

import dev.kompox.operations.json.Fields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Run one type of step. Implementations are small, stateless, and idempotent: the same step may be
 * run, verified and undone any number of times, in any order that crashes can bring about.
 */
public interface StepType {

    /** Return the name by which plans refer to this type, e.g. {@code disk.create}. */
    String name();

    /**
     * Bring about what the step is for, and return what later steps and the report need to know.
     *
     * @return a JSON object without secrets
     * @throws dev.kompox.driver.failure.DriverException with the category that decides about a
     *     retry
     */
    Fields run(StepContext context);

    /**
     * Tell from the world alone whether the step has happened, and with which result. Reads only.
     *
     * @return the result, or empty if it has not happened or is half done; then it is run (again)
     */
    Optional<Fields> verify(StepContext context);

    /**
     * Undo the step: what it made is gone, what it changed is as before. Undoing what never
     * happened, or half happened, or was undone, succeeds.
     *
     * @param result what {@link #run} returned, or null if it is not known whether it ever did
     */
    void undo(StepContext context, @Nullable Fields result);
}
