package dev.kompox.operations.plan;

import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.operations.engine.Cost;
import dev.kompox.operations.engine.PlannedStep.Reversal;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.step.StartAgain;
import dev.kompox.operations.step.StopApp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stop what uses some volumes, and start again exactly what ran.
 *
 * @param services the services that use the volumes and are alive, in dependency order
 * @param instances their alive instances, in that order
 */
record Pause(List<String> services, List<String> instances) {

    /** The id of the step that starts again what ran. */
    static final String START_ID = "app.start-again";

    private static final Duration STOP = Duration.ofSeconds(1);
    private static final Duration START = Duration.ofSeconds(2);

    /** Find what has to stop so that nothing of the app writes to some volumes. */
    static Pause of(Observation seen, List<VolumeName> volumes) {
        List<String> services = new ArrayList<>();
        List<String> instances = new ArrayList<>();
        for (InstanceState instance : seen.state().instances()) {
            boolean uses =
                    volumes.stream()
                            .anyMatch(volume ->
                                    seen.workload()
                                            .users()
                                            .getOrDefault(volume, List.of())
                                            .contains(instance.service()));
            if (uses && instance.alive()) {
                instances.add(instance.id());
                if (!services.contains(instance.service())) {
                    services.add(instance.service());
                }
            }
        }
        boolean all = !instances.isEmpty() && !seen.capabilities().singleServices();
        return all ? everything(seen) : new Pause(services, instances);
    }

    /** Stop everything of the app, not only what uses volumes. */
    static Pause everything(Observation seen) {
        List<String> services = new ArrayList<>();
        List<String> instances = new ArrayList<>();
        for (InstanceState instance : seen.state().instances()) {
            if (instance.alive()) {
                instances.add(instance.id());
                if (!services.contains(instance.service())) {
                    services.add(instance.service());
                }
            }
        }
        return new Pause(services, instances);
    }

    boolean needed() {
        return !instances.isEmpty();
    }

    /** Add the stop, if there is anything to stop. */
    Optional<StepId> stop(Steps steps, String cause, List<StepId> needs) {
        return stop(steps, cause, needs, false);
    }

    /**
     * Add the stop before the instances are removed, so that undoing it must bring the services up
     * anew.
     */
    void stopForRemoval(Steps steps, String cause) {
        var _ = stop(steps, cause, List.of(), true);
    }

    private Optional<StepId> stop(Steps steps, String cause, List<StepId> needs, boolean bringUp) {
        if (!needed()) {
            return Optional.empty();
        }
        return Optional.of(
                steps.add(
                        "app.stop",
                        "stop " + Rules.list(services),
                        cause,
                        StopApp.NAME,
                        arguments(bringUp),
                        needs,
                        Cost.ofTime(STOP)));
    }

    /** Add the start after everything so far, if there is anything to start. */
    void start(Steps steps) {
        start(steps, Reversal.UNDO);
    }

    /**
     * The same.
     *
     * @param reversal whether going back stops them first, which is due if what is undone before
     *     must not be in use
     */
    void start(Steps steps, Reversal reversal) {
        if (needed()) {
            steps.add(
                    START_ID,
                    "start " + Rules.list(services) + " again",
                    "what ran before runs again",
                    StartAgain.NAME,
                    arguments(false),
                    steps.all(),
                    Cost.ofTime(START),
                    reversal,
                    false);
        }
    }

    private Fields arguments(boolean bringUp) {
        return Fields.of("services", services, "instances", instances, "bringUp", bringUp);
    }
}
