package dev.kompox.operations.plan;

import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.operations.engine.Cost;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.PlannedStep.Reversal;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.step.StartAgain;
import dev.kompox.operations.step.StopApp;
import java.time.Duration;
import java.util.List;

/** Plan stopping, starting and restarting what is there, without making anything again. */
public final class RunPlans {

    private static final Cost COST = Cost.ofTime(Duration.ofSeconds(2));

    private RunPlans() {}

    /** Plan stopping services; all of them if none is named. Empty if nothing is alive. */
    public static Plan stop(Observation seen, List<String> services) {
        known(seen, services);
        Steps steps = new Steps();
        List<InstanceState> alive = instances(seen, services, true);
        if (!alive.isEmpty()) {
            stop(steps, alive, Reversal.NOTHING);
        }
        return steps.plan(seen, "stop", "st", "stop " + what(seen, services), Plan.OnFailure.STAY);
    }

    /**
     * Plan starting services that are stopped; all of them if none is named. Empty if all are
     * alive.
     *
     * @throws Refusal if there is nothing to start, because the app was never up
     */
    public static Plan start(Observation seen, List<String> services) {
        Rules.livesHere(seen);
        known(seen, services);
        List<InstanceState> all = instances(seen, services, false);
        if (all.isEmpty()) {
            throw new Refusal(what(seen, services) + " has no containers to start", "kompox up");
        }
        Steps steps = new Steps();
        List<InstanceState> dead = all.stream().filter(instance -> !instance.alive()).toList();
        if (!dead.isEmpty()) {
            start(steps, dead);
        }
        return steps.plan(
                seen, "start", "st", "start " + what(seen, services), Plan.OnFailure.STAY);
    }

    /** Plan stopping services that are alive and starting them again. Empty if none is alive. */
    public static Plan restart(Observation seen, List<String> services) {
        Rules.livesHere(seen);
        known(seen, services);
        Steps steps = new Steps();
        List<InstanceState> alive = instances(seen, services, true);
        if (!alive.isEmpty()) {
            stop(steps, alive, Reversal.UNDO);
            start(steps, alive);
        }
        return steps.plan(
                seen, "restart", "rt", "restart " + what(seen, services), Plan.OnFailure.STAY);
    }

    private static void stop(Steps steps, List<InstanceState> alive, Reversal reversal) {
        steps.add(
                "app.stop",
                "stop " + Rules.list(names(alive)),
                "asked for",
                StopApp.NAME,
                arguments(alive),
                List.of(),
                COST,
                reversal,
                false);
    }

    private static void start(Steps steps, List<InstanceState> instances) {
        steps.add(
                "app.start-again",
                "start " + Rules.list(names(instances)),
                "asked for",
                StartAgain.NAME,
                arguments(instances),
                steps.all(),
                COST,
                Reversal.NOTHING,
                false);
    }

    private static Fields arguments(List<InstanceState> instances) {
        return Fields.of(
                "services", names(instances),
                "instances", instances.stream().map(InstanceState::id).toList());
    }

    private static List<String> names(List<InstanceState> instances) {
        return instances.stream().map(InstanceState::service).distinct().toList();
    }

    private static List<InstanceState> instances(
            Observation seen, List<String> services, boolean aliveOnly) {
        return seen.state().instances().stream()
                .filter(instance -> services.isEmpty() || services.contains(instance.service()))
                .filter(instance -> !aliveOnly || instance.alive())
                .toList();
    }

    private static String what(Observation seen, List<String> services) {
        return services.isEmpty() ? Rules.name(seen) : Rules.list(services);
    }

    private static void known(Observation seen, List<String> services) {
        Rules.together(seen, services);
        for (String service : services) {
            if (!seen.workload().project().services().containsKey(service)) {
                throw new Refusal(
                        Rules.name(seen)
                                + " has no service \""
                                + service
                                + "\"; it has "
                                + Rules.list(seen.workload().project().services().keySet()),
                        "kompox ps");
            }
        }
    }
}
