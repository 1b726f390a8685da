package dev.kompox.cli.progress;

import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.PlannedStep;
import dev.kompox.operations.event.Event;
import java.util.HashSet;
import java.util.Set;

/** Leave out what people need not see of a plan's quiet steps, unless it goes wrong. */
final class WithoutQuiet implements Renderer {

    private final Renderer shown;
    private final Set<String> quiet = new HashSet<>();

    WithoutQuiet(Renderer shown, Plan plan) {
        this.shown = shown;
        for (PlannedStep step : plan.steps()) {
            if (step.quiet()) {
                quiet.add(step.id().value());
            }
        }
    }

    @Override
    public void accept(Event event) {
        boolean wrong =
                event instanceof Event.Warned
                        || event instanceof Event.Retrying
                        || event instanceof Event.Failed;
        if (wrong || event.path().size() < 2 || !quiet.contains(event.path().get(1))) {
            shown.accept(event);
        }
    }

    @Override
    public void close() {
        shown.close();
    }
}
