package dev.kompox.operations.plan;

import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.runtime.Change;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.operations.engine.Cost;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.PlannedStep.Reversal;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.step.StartApp;
import java.time.Duration;
import java.util.List;

/** Plan bringing an app up. */
public final class DeployPlan {

    private static final Duration START = Duration.ofSeconds(5);

    private DeployPlan() {}

    /**
     * Make the plan; it is empty if nothing would change.
     *
     * @param seen what was observed
     * @param changes what starting would do, as the runtime says
     * @param wish how to start
     */
    public static Plan of(Observation seen, List<Change> changes, StartRequest wish) {
        Rules.livesHere(seen);
        Rules.together(seen, wish.services());
        Rules.externalVolumesThere(seen, wish.services());
        Steps steps = new Steps();
        FirstDisks.add(steps, seen);
        boolean changed =
                wish.build()
                        || changes.stream().anyMatch(change -> change.verb() != Change.Verb.KEEP);
        if (changed) {
            steps.add(
                    "app.start",
                    "start "
                            + (wish.services().isEmpty()
                                    ? Rules.name(seen)
                                    : Rules.list(wish.services())),
                    cause(changes),
                    StartApp.NAME,
                    Fields.of(
                            "services", wish.services(),
                            "build", wish.build(),
                            "recreate", wish.recreate(),
                            "removeOrphans", wish.removeOrphans()),
                    steps.all(),
                    Cost.ofTime(START),
                    Reversal.NOTHING,
                    false);
        }
        if (changed && seen.owner() == null) {
            Owner.writeAsFound(steps, seen);
        }
        for (VolumeName volume : seen.volumesWithDisk()) {
            seen.assigned(volume).map(Disk::ref).ifPresent(ref -> steps.leave("disk " + ref));
        }
        return steps.plan(seen, "deploy", "up", "start " + Rules.name(seen), Plan.OnFailure.STAY);
    }

    /** Say why, by the services concerned, or, where none is, by what else changes. */
    private static String cause(List<Change> changes) {
        List<Change> all =
                changes.stream().filter(change -> change.verb() != Change.Verb.KEEP).toList();
        List<Change> services =
                all.stream().filter(change -> change.kind().equals("service")).toList();
        List<String> causes =
                (services.isEmpty() ? all : services)
                        .stream().map(change -> change.name() + ": " + change.cause()).toList();
        return causes.isEmpty() ? "images are built first" : Rules.list(causes);
    }
}
