package dev.kompox.cli.act;

import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.output.Format;
import dev.kompox.cli.progress.Renderer;
import dev.kompox.cli.progress.Renderers;
import dev.kompox.cli.terminal.Interrupts;
import dev.kompox.cli.terminal.Prompt;
import dev.kompox.operations.engine.Engine;
import dev.kompox.operations.engine.Outcome;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.event.EventSink;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.step.Place;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Show a plan, ask where that is due, run it, and report how it ended. */
public final class Act {

    private final Invocation call;
    private @Nullable BiFunction<EventSink, Long, Engine> engines;
    private List<Place> places = List.of();
    private boolean risky;
    private boolean shown;
    private List<String> extra = List.of();
    private Function<Outcome.Completed, List<String>> ending = _ -> List.of();

    /** Act for one call of a command. */
    public Act(Invocation call) {
        this.call = call;
    }

    /** Ask first if {@code condition} holds: something is replaced or removed. */
    public Act askIf(boolean condition) {
        risky = risky || condition;
        return this;
    }

    /**
     * Act between these places rather than at the session's own.
     *
     * @param engine makes the engine, given who hears events and the epoch observed
     */
    public Act between(List<Place> where, BiFunction<EventSink, Long, Engine> engine) {
        places = List.copyOf(where);
        engines = engine;
        return this;
    }

    /** Show the plan before it runs, though nothing is asked. */
    public Act show() {
        shown = true;
        return this;
    }

    /** Show these lines with the plan. */
    public Act with(List<String> lines) {
        extra = List.copyOf(lines);
        return this;
    }

    /** Close with these lines when all has happened. */
    public Act ending(Function<Outcome.Completed, List<String>> lines) {
        ending = lines;
        return this;
    }

    /**
     * Do it.
     *
     * @param seen what was observed when the plan was made
     * @param plan the plan
     * @param nothing the line for an empty plan
     * @return the exit code
     */
    public int run(Observation seen, Plan plan, String nothing) {
        PlanView view = new PlanView(plan, seen.location().toString(), extra);
        boolean people = call.globals().format() == Format.TABLE;
        if (plan.empty() && people) {
            call.tell(nothing);
            return Exit.OK;
        }
        if (plan.empty() || call.globals().dryRun()) {
            return call.answer(view.answer(call.width()));
        }
        Remarks.tell(call);
        boolean asks = !call.globals().yes() && (risky || call.globals().ask());
        if (asks || shown) {
            view.lines(call.terminal().kinds().err() ? call.terminal().width() : Integer.MAX_VALUE)
                    .forEach(call::tell);
        }
        if (asks && !agreed(plan)) {
            call.terminal().err().println("Nothing was changed.");
            return Exit.BLOCKED;
        }
        long epoch = seen.owner() == null ? 0 : seen.owner().epoch();
        return execute(epoch, plan, engine -> engine.run(plan));
    }

    /**
     * Run, resume or roll back.
     *
     * @param epoch the epoch of the app's ownership
     * @param plan the plan of the operation
     * @param work what to let the engine do
     */
    public int execute(long epoch, Plan plan, Function<Engine, Outcome> work) {
        Interrupts.forward(call.session().stop(), call.terminal());
        Outcome outcome;
        try (Renderer renderer = Renderers.of(call.globals(), call.terminal(), plan)) {
            outcome =
                    work.apply(
                            engines == null
                                    ? call.session().operations(renderer, epoch).engine()
                                    : engines.apply(renderer, epoch));
        }
        return new Ending(call, places).report(outcome, ending);
    }

    private boolean agreed(Plan plan) {
        if (!call.terminal().canAsk()) {
            throw new Refusal(
                    "this needs a yes, and there is no terminal to ask at: " + plan.title(),
                    "Look at it with --dry-run, then give the same command with --yes");
        }
        return new Prompt(call.terminal()).confirm("Proceed?", !risky);
    }
}
