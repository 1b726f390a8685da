package dev.kompox.operations.step;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.InstanceState;
import java.util.List;

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
}
