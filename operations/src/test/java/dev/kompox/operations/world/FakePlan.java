package dev.kompox.operations.world;

import dev.kompox.operations.engine.Assumption;
import dev.kompox.operations.engine.Cost;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.PlannedStep;
import dev.kompox.operations.engine.PlannedStep.Reversal;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Write plans over a {@link FakeWorld}, step by step. */
public final class FakePlan {

    private final List<PlannedStep> steps = new ArrayList<>();
    private final List<Assumption> assumptions = new ArrayList<>();
    private int committed = -1;
    private Plan.OnFailure onFailure = Plan.OnFailure.ROLL_BACK;

    /** Make a thing. */
    public FakePlan make(String name, String... needs) {
        return add("make " + name, "make", Fields.of("name", name), Reversal.UNDO, needs);
    }

    /** Make a thing, using the result of another step. */
    public FakePlan makeAfter(String name, String after, String... needs) {
        Fields arguments = Fields.of("name", name, "after", after);
        return add("make " + name, "make", arguments, Reversal.UNDO, needs);
    }

    /** Set a register. */
    public FakePlan set(String name, String from, String to, String... needs) {
        Fields arguments = Fields.of("name", name, "from", from, "to", to);
        return add("set " + name + " " + to, "set", arguments, Reversal.UNDO, needs);
    }

    /** Set a register, with nothing to undo. */
    public FakePlan setForgettably(String name, String to, String... needs) {
        Fields arguments = Fields.of("name", name, "from", "never", "to", to);
        return add("set " + name + " " + to, "set", arguments, Reversal.NOTHING, needs);
    }

    /** Drop a thing for good. */
    public FakePlan drop(String name, String... needs) {
        return add("drop " + name, "drop", Fields.of("name", name), Reversal.FINAL, needs);
    }

    /** Add a step of any type. */
    public FakePlan add(
            String id, String type, Fields arguments, Reversal reversal, String... needs) {
        List<StepId> ids = Stream.of(needs).map(StepId::new).toList();
        steps.add(
                new PlannedStep(
                        new StepId(id),
                        "title of " + id,
                        "test",
                        type,
                        arguments,
                        ids,
                        Cost.NONE,
                        reversal,
                        false));
        return this;
    }

    /** Put the commit point here. */
    public FakePlan commit() {
        committed = steps.size();
        return this;
    }

    /** Keep what was done when a step fails. */
    public FakePlan stay() {
        onFailure = Plan.OnFailure.STAY;
        return this;
    }

    /** Assume that a register holds a text until the first effect. */
    public FakePlan assume(String register, String value) {
        assumptions.add(new Assumption(register, value, false));
        return this;
    }

    /** Assume that a register holds a text to the end. */
    public FakePlan assumeThroughout(String register, String value) {
        assumptions.add(new Assumption(register, value, true));
        return this;
    }

    /** Return the plan. */
    public Plan plan() {
        int point = committed < 0 ? steps.size() : committed;
        return new Plan(
                "fake", "fk", "do it", "app-1", steps, point, assumptions, List.of(), onFailure);
    }
}
