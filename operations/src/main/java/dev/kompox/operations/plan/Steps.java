package dev.kompox.operations.plan;

import dev.kompox.operations.engine.Assumption;
import dev.kompox.operations.engine.Cost;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.PlannedStep;
import dev.kompox.operations.engine.PlannedStep.Reversal;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.json.Fields;
import java.util.ArrayList;
import java.util.List;

/** Gather the steps of a plan in order. */
final class Steps {

    private final List<PlannedStep> steps = new ArrayList<>();
    private final List<Assumption> assumptions = new ArrayList<>();
    private final List<String> untouched = new ArrayList<>();
    private int committed = -1;

    /** Add a step that can be undone, and return its id. */
    StepId add(
            String id,
            String title,
            String cause,
            String type,
            Fields arguments,
            List<StepId> needs,
            Cost cost) {
        return add(id, title, cause, type, arguments, needs, cost, Reversal.UNDO, false);
    }

    /** Add a step that people need not see in the plan. */
    StepId quiet(
            String id,
            String title,
            String type,
            Fields arguments,
            List<StepId> needs,
            Reversal reversal) {
        return add(id, title, "safety", type, arguments, needs, Cost.NONE, reversal, true);
    }

    StepId add(
            String id,
            String title,
            String cause,
            String type,
            Fields arguments,
            List<StepId> needs,
            Cost cost,
            Reversal reversal,
            boolean quiet) {
        StepId stepId = new StepId(id);
        steps.add(
                new PlannedStep(
                        stepId, title, cause, type, arguments, needs, cost, reversal, quiet));
        return stepId;
    }

    void assume(Assumption assumption) {
        assumptions.add(assumption);
    }

    void leave(String sentence) {
        untouched.add(sentence);
    }

    /** Put the commit point here. */
    void commit() {
        committed = steps.size();
    }

    /** Return the ids of all steps so far. */
    List<StepId> all() {
        return steps.stream().map(PlannedStep::id).toList();
    }

    Plan plan(
            Observation seen, String kind, String prefix, String title, Plan.OnFailure onFailure) {
        int point = committed < 0 ? steps.size() : committed;
        String app = seen.workload().app().toString();
        return new Plan(kind, prefix, title, app, steps, point, assumptions, untouched, onFailure);
    }
}
