package dev.kompox.operations.plan;

import dev.kompox.driver.disk.ByteSize;
import dev.kompox.operations.engine.Assumption;
import dev.kompox.operations.engine.Cost;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.PlanCodec;
import dev.kompox.operations.engine.PlannedStep;
import dev.kompox.operations.engine.StepId;
import java.util.List;

/**
 * Write a plan as text, whole and stable: one line a step, then what it leaves alone, what it
 * assumes, and its hash. The same plan gives the same text to the letter, so that two plans can be
 * compared line by line.
 */
public final class PlanText {

    private PlanText() {}

    /** Return the text; its last line ends with a newline. */
    public static String of(Plan plan) {
        StringBuilder text = new StringBuilder();
        line(text, plan.kind() + ": " + plan.title());
        line(text, "if a step fails: " + onFailure(plan));
        List<PlannedStep> steps = plan.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (i == plan.committed()) {
                line(text, "  ---- commit point: only forward from here");
            }
            line(text, "  " + (i + 1) + ". " + step(steps.get(i)));
        }
        plan.untouched().forEach(what -> line(text, "leaves alone: " + what));
        for (Assumption assumed : plan.assumptions()) {
            line(
                    text,
                    "assumes"
                            + (assumed.throughout() ? " throughout: " : ": ")
                            + assumed.fact()
                            + " = "
                            + assumed.value());
        }
        line(text, "hash: " + PlanCodec.hash(plan));
        return text.toString();
    }

    private static String onFailure(Plan plan) {
        return switch (plan.onFailure()) {
            case ROLL_BACK -> "everything before the commit point is undone";
            case STAY -> "what was done stays";
        };
    }

    private static String step(PlannedStep step) {
        return step.id()
                + " | "
                + step.title()
                + " | because: "
                + step.cause()
                + " | "
                + cost(step.cost())
                + " | after: "
                + needs(step.needs())
                + " | undo: "
                + switch (step.reversal()) {
                    case UNDO -> "yes";
                    case NOTHING -> "not needed";
                    case COMMITS -> "until it has happened";
                    case FINAL -> "impossible";
                }
                + (step.quiet() ? " | not shown" : "");
    }

    private static String cost(Cost cost) {
        String time = cost.time().isZero() ? "no time" : "~" + cost.time().toMillis() + " ms";
        return cost.bytes() == 0
                ? time
                : time + ", " + (cost.bytes() < 0 ? "size unknown" : new ByteSize(cost.bytes()));
    }

    private static String needs(List<StepId> needs) {
        return needs.isEmpty() ? "nothing" : Rules.list(needs);
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
