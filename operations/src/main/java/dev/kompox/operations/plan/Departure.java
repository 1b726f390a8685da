package dev.kompox.operations.plan;

import dev.kompox.operations.engine.Cost;
import dev.kompox.operations.engine.PlannedStep.Reversal;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.step.MoveSteps;
import dev.kompox.operations.step.RecordOwner;
import dev.kompox.operations.step.RemoveApp;
import dev.kompox.operations.step.SealApp;
import dev.kompox.operations.step.TrashDisk;
import dev.kompox.operations.step.UnassignDisk;
import java.time.Duration;
import java.util.List;
import java.util.SequencedMap;

/**
 * Plan what is behind the commit point of a move: the target learns that the app lives there, the
 * source is emptied and sealed, its disks go into the trash.
 *
 * @param from the source
 * @param to the target
 * @param source the disk of each volume at the source
 * @param keep how long these stay in the trash
 */
record Departure(
        Observation from, Observation to, SequencedMap<String, Object> source, Duration keep) {

    /**
     * Add the steps.
     *
     * @param owner the arguments that tell the target that the app lives there
     */
    void add(Steps steps, Fields owner) {
        steps.quiet(
                "target.owner.take",
                "record that the app lives on the target",
                MoveSteps.atTarget(RecordOwner.NAME),
                owner,
                steps.all(),
                Reversal.FINAL);
        steps.quiet(
                "app.remove",
                "remove what is left of the app at the source",
                RemoveApp.NAME,
                Fields.of("orphans", false, "ran", List.of()),
                steps.all(),
                Reversal.FINAL);
        List<StepId> removed = steps.all();
        source.forEach((volume, disk) -> {
            StepId away =
                    steps.quiet(
                            "disk.unassign " + volume,
                            "take disk " + disk + " away from volume " + volume,
                            UnassignDisk.NAME,
                            Fields.of("volume", volume, "disk", disk),
                            removed,
                            Reversal.FINAL);
            steps.add(
                    "disk.trash " + volume,
                    "keep disk " + volume + "/" + disk + " at the source for " + Rules.term(keep),
                    "what was there before can be looked at",
                    TrashDisk.NAME,
                    Fields.of(
                            "volume", volume,
                            "disk", disk,
                            "keepSeconds", keep.toSeconds()),
                    List.of(away),
                    Cost.NONE,
                    Reversal.FINAL,
                    false);
        });
        steps.quiet(
                "app.seal",
                "keep the app from being started at the source by accident",
                SealApp.NAME,
                Fields.of("reason", reason(to)),
                steps.all(),
                Reversal.FINAL);
    }

    /** Say where an app lives, for those who find it gone. */
    static String reason(Observation lives) {
        return Rules.name(lives) + " lives on " + lives.location();
    }
}
