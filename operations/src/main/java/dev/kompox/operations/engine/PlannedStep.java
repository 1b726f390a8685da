package dev.kompox.operations.engine;

import dev.kompox.operations.json.Fields;
import java.util.List;

/**
 * Describe one step of a plan. It is data: the code that runs it is found by {@link #type()}.
 *
 * @param id its name, unique in the plan
 * @param title what it will do, for people: {@code "restore db from before-upgrade"}
 * @param cause why it is in the plan
 * @param type the {@link StepType} that runs it
 * @param arguments what the type needs; no secrets
 * @param needs the steps whose results it needs; steps with all needs met run side by side
 * @param cost what it is expected to take
 * @param reversal what rollback does about it
 * @param quiet whether people need not see it in a plan
 */
public record PlannedStep(
        StepId id,
        String title,
        String cause,
        String type,
        Fields arguments,
        List<StepId> needs,
        Cost cost,
        Reversal reversal,
        boolean quiet) {

    /** What rollback does about a step. */
    public enum Reversal {
        /** There is something to undo. */
        UNDO,
        /** It changed nothing that outlives the operation. */
        NOTHING,
        /**
         * It is the commit point itself, as the swap of an ownership record is: the last step
         * before it. Once it has happened the operation only goes forward; undoing it, which is
         * done while that is in doubt, makes sure that it cannot happen any more.
         */
        COMMITS,
        /** It cannot be undone; allowed after the commit point only. */
        FINAL
    }

    /** Copies the needs. */
    public PlannedStep {
        needs = List.copyOf(needs);
    }
}
