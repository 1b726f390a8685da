package dev.kompox.cli.act;

import dev.kompox.cli.output.Answer;
import dev.kompox.cli.output.Table;
import dev.kompox.cli.output.Width;
import dev.kompox.cli.output.Words;
import dev.kompox.operations.engine.Cost;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.PlannedStep;
import java.util.ArrayList;
import java.util.List;

/** Show a plan: its steps in order, what it leaves alone, and from where on it cannot be undone. */
public final class PlanView {

    private final Plan plan;
    private final String place;
    private final List<String> details;

    /**
     * Show a plan.
     *
     * @param plan the plan
     * @param place where it would run
     * @param details lines that say more than the steps do; one step needs no line beside them
     */
    public PlanView(Plan plan, String place, List<String> details) {
        this.plan = plan;
        this.place = place;
        this.details = List.copyOf(details);
    }

    /** Return the plan as an answer. */
    public Answer answer(int width) {
        List<Object> steps = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (PlannedStep step : plan.steps()) {
            steps.add(
                    Answer.document(
                            "id", step.id().value(),
                            "title", step.title(),
                            "cause", step.cause(),
                            "millis", step.cost().time().toMillis(),
                            "bytes", step.cost().bytes() < 0 ? null : step.cost().bytes(),
                            "reversal", Words.word(step.reversal())));
            names.add(step.id().value());
        }
        return new Answer(
                lines(width),
                Answer.document(
                        "plan", plan.kind(),
                        "title", plan.title(),
                        "app", plan.app(),
                        "place", place,
                        "steps", steps,
                        "reversibleSteps", plan.committed(),
                        "leavesAlone", plan.untouched()),
                names);
    }

    /** Return the plan for people. */
    public List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        lines.add("Plan: " + plan.title() + " on " + place);
        lines.addAll(details);
        List<String> told = steps(true, Integer.MAX_VALUE);
        boolean fits = told.stream().allMatch(line -> Width.of(line) <= width);
        long number = plan.steps().stream().filter(step -> !step.quiet()).count();
        if (details.isEmpty() || number > 1) {
            lines.addAll(fits ? told : steps(false, width));
        }
        if (!plan.untouched().isEmpty()) {
            lines.add("Leaves alone: " + Words.list(plan.untouched()));
        }
        return lines;
    }

    /** Return a line for each step; the causes are left out where they would be cut. */
    private List<String> steps(boolean causes, int width) {
        Table table = Table.plain();
        int number = 0;
        List<PlannedStep> steps = plan.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (i == plan.committed()) {
                table.row("", "from here on it only goes forward");
            }
            PlannedStep step = steps.get(i);
            if (!step.quiet()) {
                table.row(
                        pad(++number), step.title(), cost(step.cost()), causes ? step.cause() : "");
            }
        }
        return table.lines(width);
    }

    private static String pad(int number) {
        return (number < 10 ? "   " : "  ") + number;
    }

    private static String cost(Cost cost) {
        if (cost.bytes() < 0) {
            return "size unknown";
        }
        String time = cost.time().isZero() ? "" : "~" + Words.duration(cost.time());
        return cost.bytes() == 0
                ? time
                : Words.bytes(cost.bytes()) + (time.isEmpty() ? "" : ", " + time);
    }
}
