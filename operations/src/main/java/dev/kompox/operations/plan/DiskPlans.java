package dev.kompox.operations.plan;

import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.Trash;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.operations.engine.Cost;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.PlannedStep.Reversal;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.step.PurgeDisk;
import dev.kompox.operations.step.TrashDisk;
import dev.kompox.operations.step.UndeleteDisk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Plan what happens to single disks: assign, delete, undelete, expire. */
public final class DiskPlans {

    private DiskPlans() {}

    /**
     * Plan giving a volume another of its disks; the one it has now stays as it is, unassigned.
     *
     * @throws Refusal if there is no such disk or something foreign writes to the volume
     */
    public static Plan assign(Observation seen, VolumeName volume, DiskName name) {
        Rules.livesHere(seen);
        Disk disk = Rules.disk(seen, volume, name);
        Rules.onlyOwnUsers(seen, List.of(volume));
        if (disk.assigned()) {
            return new Steps()
                    .plan(
                            seen,
                            "assign",
                            "as",
                            title("assign", disk.ref()),
                            Plan.OnFailure.ROLL_BACK);
        }
        Swap.Turn turn = new Swap.Turn(volume, name, null, seen.bytes(disk.nativeId()));
        Steps steps = new Swap(seen, List.of(turn)).steps(null, "its disk is about to change");
        return steps.plan(
                seen, "assign", "as", title("assign", disk.ref()), Plan.OnFailure.ROLL_BACK);
    }

    /**
     * Plan deleting a disk.
     *
     * @param keep how long it stays in the trash; zero deletes it for good
     * @throws Refusal if there is no such disk, or a volume finds it
     */
    public static Plan delete(Observation seen, VolumeName volume, DiskName name, Duration keep) {
        Disk disk = Rules.disk(seen, volume, name);
        if (disk.assigned()) {
            throw new Refusal(
                    "disk " + disk.ref() + " is the one that volume " + volume + " uses",
                    "Assign another first: kompox disk assign "
                            + volume
                            + "/NAME, or take the app down with its disks:"
                            + " kompox down --disks");
        }
        Steps steps = new Steps();
        steps.assume(AppFacts.disk(seen, disk.ref()));
        steps.assume(AppFacts.assigned(seen, volume));
        if (keep.isZero()) {
            steps.commit();
            purge(steps, disk.ref(), "asked for", disk.trash() != null);
        } else if (disk.trash() == null) {
            steps.add(
                    "disk.trash " + disk.ref(),
                    "put disk " + disk.ref() + " into the trash for " + Rules.term(keep),
                    "asked for",
                    TrashDisk.NAME,
                    Fields.of(
                            "volume",
                            volume.value(),
                            "disk",
                            name.value(),
                            "keepSeconds",
                            keep.toSeconds()),
                    List.of(),
                    Cost.NONE);
        }
        return steps.plan(seen, "delete", "de", title("delete", disk.ref()), Plan.OnFailure.STAY);
    }

    /**
     * Plan taking a disk out of the trash; empty if it is not in there.
     *
     * @throws Refusal if there is no such disk
     */
    public static Plan undelete(Observation seen, VolumeName volume, DiskName name) {
        Disk disk = Rules.disk(seen, volume, name);
        Steps steps = new Steps();
        Trash trash = disk.trash();
        steps.assume(AppFacts.disk(seen, disk.ref()));
        if (trash != null) {
            steps.add(
                    "disk.undelete " + disk.ref(),
                    "take disk " + disk.ref() + " out of the trash",
                    "asked for",
                    UndeleteDisk.NAME,
                    Fields.of(
                            "volume", volume.value(),
                            "disk", name.value(),
                            "until", trash.until().toString(),
                            "by", trash.by()),
                    List.of(),
                    Cost.NONE);
        }
        return steps.plan(
                seen, "undelete", "ud", title("undelete", disk.ref()), Plan.OnFailure.STAY);
    }

    /**
     * Plan deleting for good the disks whose time in the trash is over; empty if there are none.
     */
    public static Plan expire(Observation seen, Instant now) {
        Steps steps = new Steps();
        steps.commit();
        for (Disk disk : overdue(seen, now)) {
            Trash trash = Objects.requireNonNull(disk.trash());
            steps.assume(AppFacts.disk(seen, disk.ref()));
            purge(steps, disk.ref(), "its time in the trash ended " + trash.until(), true);
        }
        return steps.plan(
                seen,
                "expire",
                "ex",
                "empty the trash of " + Rules.name(seen),
                Plan.OnFailure.STAY);
    }

    /** Return the disks whose time in the trash is over. */
    public static List<Disk> overdue(Observation seen, Instant now) {
        return seen.disks().stream()
                .filter(disk -> {
                    Trash trash = disk.trash();
                    return trash != null && !disk.assigned() && !now.isBefore(trash.until());
                })
                .toList();
    }

    private static void purge(Steps steps, DiskRef ref, String cause, boolean trashed) {
        steps.add(
                "disk.purge " + ref,
                "delete disk " + ref + " for good",
                cause,
                PurgeDisk.NAME,
                Fields.of(
                        "volume", ref.volume().value(),
                        "disk", ref.name().value(),
                        "trashed", trashed),
                List.of(),
                Cost.NONE,
                Reversal.FINAL,
                false);
    }

    private static String title(String verb, DiskRef ref) {
        return verb + " disk " + ref;
    }
}
