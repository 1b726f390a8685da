package dev.kompox.cli.app;

import dev.kompox.cli.act.Act;
import dev.kompox.cli.act.PlanView;
import dev.kompox.cli.command.Arguments;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.output.Format;
import dev.kompox.driver.runtime.Change;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.plan.DeployPlan;
import dev.kompox.operations.plan.Observation;
import java.util.List;

/** Bring an app up, or show what that would do. */
final class Up implements Command {

    private final boolean planOnly;

    Up() {
        this(false);
    }

    Up(boolean planOnly) {
        this.planOnly = planOnly;
    }

    @Override
    public Syntax syntax() {
        Syntax syntax =
                planOnly
                        ? new Syntax("plan", "Show what up would do, and change nothing.")
                                .example("kompox plan", "the whole app")
                                .example("kompox plan -o json", "for a program")
                                .example("kompox plan web", "one service and what it needs")
                        : new Syntax("up", "Start the app and wait until it is healthy.")
                                .example("kompox up", "start what is missing, renew what changed")
                                .example("kompox up web", "one service and what it needs")
                                .example("kompox up --build --yes", "build images, do not ask");
        return syntax.flag("--build", "build images first")
                .flag("--force-recreate", "make containers again though nothing changed")
                .flag("--remove-orphans", "remove containers of services that are gone")
                .hiddenFlag("-d --detach")
                .hiddenFlag("--wait")
                .positional("SERVICE", 0, Integer.MAX_VALUE, "these and what they depend on")
                .note(
                        "It asks only when a container is replaced or removed. Disks are never"
                                + " removed or emptied.");
    }

    @Override
    public int run(Invocation call) {
        Arguments typed = call.arguments();
        StartRequest wish =
                new StartRequest(
                        Services.known(call, typed.words()),
                        typed.flag("--build"),
                        typed.flag("--force-recreate"),
                        typed.flag("--remove-orphans"));
        Observation seen = call.session().observe();
        Workload workload = call.session().app().workload();
        List<Change> changes = call.session().place().runtime().preview(workload, wish);
        Plan plan = DeployPlan.of(seen, changes, wish);
        if (planOnly) {
            return show(call, seen, plan, changes);
        }
        boolean changed = changes.stream().anyMatch(each -> each.verb() != Change.Verb.KEEP);
        Act act = new Act(call).askIf(Changes.risky(changes)).with(Changes.lines(changes, seen));
        if (changed) {
            act.show();
        }
        return act.ending(_ -> UpReport.lines(call)).run(seen, plan, UpReport.nothing(seen));
    }

    private static int show(Invocation call, Observation seen, Plan plan, List<Change> changes) {
        List<String> details = Changes.lines(changes, seen);
        if (plan.empty() && call.globals().format() == Format.TABLE) {
            details.forEach(call.terminal().out()::println);
            call.terminal().out().println(UpReport.nothing(seen));
            return Exit.OK;
        }
        PlanView view = new PlanView(plan, seen.location().toString(), details);
        return call.answer(view.answer(call.width()));
    }
}
