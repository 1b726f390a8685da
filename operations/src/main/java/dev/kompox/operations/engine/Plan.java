package dev.kompox.operations.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Describe an operation before it runs: ordered steps, what was assumed, what stays untouched.
 *
 * <p>A plan is made by a pure function of what is wanted and what was observed, so the same two
 * give the same plan to the letter. It is written into the journal and read back on resume; it
 * never changes while it runs.
 *
 * @param kind the kind of operation, e.g. {@code restore}
 * @param prefix two letters that ids of this kind begin with
 * @param title what the operation does, for people
 * @param app the app's id
 * @param steps the steps, each after what it needs
 * @param committed how many steps come before the commit point; equal to the number of steps if all
 *     can be undone
 * @param assumptions facts that were observed and must still hold
 * @param untouched what the plan leaves alone, for people
 * @param onFailure what happens when a step fails before the commit point
 */
public record Plan(
        String kind,
        String prefix,
        String title,
        String app,
        List<PlannedStep> steps,
        int committed,
        List<Assumption> assumptions,
        List<String> untouched,
        OnFailure onFailure) {

    /** What happens when a step fails before the commit point. */
    public enum OnFailure {
        /** Everything is undone at once. */
        ROLL_BACK,
        /** What was done stays; doing the same again goes on. */
        STAY
    }

    /**
     * Refuses steps that are named twice, that need later ones, and final ones before the commit
     * point.
     */
    public Plan {
        steps = List.copyOf(steps);
        untouched = List.copyOf(untouched);
        assumptions = List.copyOf(assumptions);
        if (committed < 0 || committed > steps.size()) {
            throw new IllegalArgumentException("the commit point is outside the plan");
        }
        Set<StepId> before = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            PlannedStep step = steps.get(i);
            if (!before.containsAll(step.needs())) {
                throw new IllegalArgumentException(
                        step.id() + " needs a step that does not come before it");
            }
            if (!before.add(step.id())) {
                throw new IllegalArgumentException("two steps are called " + step.id());
            }
            if (step.reversal() == PlannedStep.Reversal.COMMITS && i != committed - 1) {
                throw new IllegalArgumentException(
                        step.id() + " commits and is not the last step before the commit point");
            }
            if (i < committed && step.reversal() == PlannedStep.Reversal.FINAL) {
                throw new IllegalArgumentException(
                        step.id() + " cannot be undone and stands before the commit point");
            }
        }
    }

    /** Tell whether there is nothing to do. */
    public boolean empty() {
        return steps.isEmpty();
    }

    /** Return the steps before the commit point. */
    public List<PlannedStep> reversible() {
        return steps.subList(0, committed);
    }

    /** Return the bytes that the plan is known to move. */
    public long bytes() {
        long sum = 0;
        for (PlannedStep step : steps) {
            sum += Math.max(0, step.cost().bytes());
        }
        return sum;
    }

    /**
     * Tell whether undoing brings everything back, from wherever before the commit point: it is
     * what happens when a step fails, or every step that people see has something to undo. Bringing
     * an app up is not such a plan.
     */
    public boolean goesBack() {
        return onFailure == OnFailure.ROLL_BACK
                || reversible().stream()
                        .allMatch(step ->
                                step.quiet() || step.reversal() == PlannedStep.Reversal.UNDO);
    }
}
