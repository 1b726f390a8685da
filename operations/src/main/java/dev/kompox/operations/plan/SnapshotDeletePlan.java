package dev.kompox.operations.plan;

import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.operations.engine.Cost;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.PlannedStep.Reversal;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.step.DeleteSnapshot;
import java.util.List;

/** Plan deleting restore points for good. */
public final class SnapshotDeletePlan {

    private SnapshotDeletePlan() {}

    /**
     * Make the plan.
     *
     * @throws Refusal if one of the names does not exist
     */
    public static Plan of(Observation seen, List<SnapshotName> names) {
        Steps steps = new Steps();
        steps.commit();
        for (SnapshotName name : names) {
            RestorePoint point =
                    seen.restorePoints().stream()
                            .filter(one -> one.name().equals(name))
                            .findFirst()
                            .orElseThrow(() ->
                                    new Refusal(
                                            "there is no restore point \"" + name + "\"",
                                            "kompox snapshot list"));
            for (VolumeName volume : point.volumes()) {
                steps.assume(AppFacts.snapshot(seen, volume, name));
            }
            steps.add(
                    "snapshot.delete " + name,
                    "delete restore point "
                            + name
                            + " ("
                            + Rules.list(point.volumes())
                            + ") for good",
                    "asked for",
                    DeleteSnapshot.NAME,
                    Fields.of("snapshot", name.value()),
                    List.of(),
                    Cost.NONE,
                    Reversal.FINAL,
                    false);
        }
        return steps.plan(
                seen,
                "forget",
                "sd",
                "delete restore points of " + Rules.name(seen),
                Plan.OnFailure.STAY);
    }
}
