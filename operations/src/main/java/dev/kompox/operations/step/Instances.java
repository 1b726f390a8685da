package dev.kompox.operations.step;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.operations.engine.StepContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compare the instances that a plan knew with those that are there. */
final class Instances {

    private Instances() {}

    /**
     * Return the ids of the instances of some services that are alive; all services if none is
     * named.
     */
    static List<String> alive(AppState state, List<String> services) {
        return state.instances().stream()
                .filter(InstanceState::alive)
                .filter(instance -> services.isEmpty() || services.contains(instance.service()))
                .map(InstanceState::id)
                .toList();
    }

    /**
     * Refuse if an instance is alive that the plan did not know, for it would not be started again.
     */
    static void expectOnly(List<String> known, List<String> alive) {
        List<String> strangers = alive.stream().filter(id -> !known.contains(id)).toList();
        if (!strangers.isEmpty()) {
            throw new DriverException(
                    new Category.Conflict("instances " + known, "instances " + alive),
                    "other instances run than when this was planned: " + strangers,
                    "kompox ps");
        }
    }

    /**
     * Return the names of planned instances that have ended, but not, as far as their exit code
     * tells, by themselves when they were asked to. Gone ones count too.
     */
    static List<String> unclean(AppState state, List<String> planned) {
        List<String> unclean = new ArrayList<>();
        for (String id : planned) {
            Optional<InstanceState> found =
                    state.instances().stream().filter(one -> one.id().equals(id)).findFirst();
            if (found.isEmpty()) {
                unclean.add(id);
            } else if (!found.get().alive() && !clean(found.get().exitCode())) {
                unclean.add(found.get().name());
            }
        }
        return unclean;
    }

    /**
     * Start the planned instances again. Where one was removed meanwhile, as {@code docker compose
     * down} does, the services are brought up anew, for otherwise nothing would ever start them.
     */
    static void startAgain(Place place, StepContext context) {
        List<String> planned = context.arguments().strings("instances");
        List<String> there =
                place.runtime().observe(place.workload()).instances().stream()
                        .map(InstanceState::id)
                        .toList();
        if (there.containsAll(planned)) {
            place.runtime().startAgain(place.workload(), planned, context.call());
        } else {
            bringUp(place, context, context.arguments().strings("services"));
        }
    }

    /** Bring services up, making what is missing. */
    static void bringUp(Place place, StepContext context, List<String> services) {
        place.runtime()
                .start(
                        place.workload(),
                        new StartRequest(services, false, false, false),
                        context.call());
    }

    /** Ended with 0, or by SIGINT or SIGTERM, as a shell would tell. */
    private static boolean clean(@Nullable Integer exitCode) {
        return exitCode != null && (exitCode == 0 || exitCode == 130 || exitCode == 143);
    }
}
