package dev.kompox.operations.engine;

import dev.kompox.driver.call.Call;
import dev.kompox.operations.json.Fields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Give a step what it needs.
 *
 * @param step the step
 * @param results the results of the steps before it
 * @param begun every step that was ever begun, undone ones too
 * @param call the call to hand to facets: token, deadline, clock, progress
 */
public record StepContext(
        PlannedStep step, SequencedMap<StepId, Fields> results, List<StepId> begun, Call call) {

    /** Copies the collections. */
    public StepContext {
        results = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(results));
        begun = List.copyOf(begun);
    }

    /** Return the step's arguments. */
    public Fields arguments() {
        return step.arguments();
    }

    /**
     * Return the result of an earlier step.
     *
     * @throws IllegalStateException if there is none, which means that the plan forgot to name it
     *     as a need
     */
    public Fields resultOf(StepId id) {
        Fields result = results.get(id);
        if (result == null) {
            throw new IllegalStateException(
                    step.id() + " asks for the result of " + id + ", which it does not need");
        }
        return result;
    }
}
