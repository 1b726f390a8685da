package dev.kompox.operations.plan;

import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.Trash;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.step.SourceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plan bringing back a restore point, and plan undoing that. */
public final class RestorePlan {

    private RestorePlan() {}

    /**
     * Say what is wanted.
     *
     * @param name the restore point
     * @param volumes only these of its volumes; empty means all
     * @param keep how long what is there now stays in the trash
     */
    public record Wish(SnapshotName name, List<VolumeName> volumes, Duration keep) {}

    /**
     * Plan a restore.
     *
     * @throws Refusal if the restore point is absent or incomplete, holds a volume that the app no
     *     longer has, or something foreign writes to a volume
     */
    public static Plan of(Observation seen, Wish wish) {
        Rules.livesHere(seen);
        RestorePoint point = Rules.restorePoint(seen, wish.name());
        List<Swap.Turn> turns = new ArrayList<>();
        for (Snapshot snapshot : chosen(seen, point, wish.volumes())) {
            VolumeName volume = snapshot.ref().volume();
            turns.add(
                    new Swap.Turn(
                            volume,
                            FreeName.like(seen, volume, wish.name().value()),
                            SourceText.of(new Source.OfSnapshot(snapshot.ref())),
                            seen.bytes(snapshot.nativeId())));
        }
        Rules.onlyOwnUsers(seen, turns.stream().map(Swap.Turn::volume).toList());
        Steps steps = new Swap(seen, turns).steps(wish.keep(), "its disks are about to change");
        turns.forEach(turn -> steps.assume(AppFacts.snapshot(seen, turn.volume(), wish.name())));
        return steps.plan(
                seen,
                "restore",
                "rs",
                "restore " + Rules.name(seen) + " from " + wish.name(),
                Plan.OnFailure.ROLL_BACK);
    }

    /**
     * Plan undoing the newest operation that replaced disks: the disks that it put into the trash
     * come back, what is there now goes into the trash. Doing it twice brings back what was there
     * before.
     *
     * @throws Refusal if nothing was replaced, or what was is gone for good
     */
    public static Plan undo(Observation seen, Duration keep) {
        Rules.livesHere(seen);
        Disk newest =
                seen.disks().stream()
                        .filter(disk ->
                                replaced(disk) && seen.assigned(disk.ref().volume()).isPresent())
                        .max(
                                Comparator.comparing((Disk disk) ->
                                                disk.trash() == null
                                                        ? disk.createdAt()
                                                        : disk.trash().since())
                                        .thenComparing(disk -> disk.ref().name()))
                        .orElseThrow(() ->
                                new Refusal(
                                        "there is nothing to undo: no replaced disk of "
                                                + Rules.name(seen)
                                                + " is in the trash",
                                        "kompox disk list"));
        String operation = by(newest);
        List<Swap.Turn> turns = new ArrayList<>();
        for (VolumeName volume : seen.workload().slots().keySet()) {
            replacedBy(seen, volume, operation)
                    .ifPresent(disk ->
                            turns.add(
                                    new Swap.Turn(
                                            volume,
                                            disk.ref().name(),
                                            null,
                                            seen.bytes(disk.nativeId()))));
        }
        expectAll(seen, operation, turns);
        Rules.onlyOwnUsers(seen, turns.stream().map(Swap.Turn::volume).toList());
        Steps steps = new Swap(seen, turns).steps(keep, "its disks are about to change");
        return steps.plan(
                seen,
                "undo",
                "un",
                "undo operation " + operation + " on " + Rules.name(seen),
                Plan.OnFailure.ROLL_BACK);
    }

    /** Tell whether a disk is in the trash because a restore, or the undo of one, replaced it. */
    private static boolean replaced(Disk disk) {
        Trash trash = disk.trash();
        if (trash == null || trash.by().equals(disk.tags().get("kompox.dev/operation"))) {
            return false; // what one operation both made and trashed is left of its rollback
        }
        return trash.by().startsWith("rs-") || trash.by().startsWith("un-");
    }

    private static String by(Disk disk) {
        Trash trash = disk.trash();
        return trash == null ? "" : trash.by();
    }

    /** Refuse to bring back some volumes only, for that would mix two states of the app. */
    private static void expectAll(Observation seen, String operation, List<Swap.Turn> turns) {
        List<VolumeName> there = turns.stream().map(Swap.Turn::volume).toList();
        for (VolumeName volume : seen.volumesWithDisk()) {
            boolean made =
                    seen.assigned(volume)
                            .map(disk -> disk.tags().get("kompox.dev/operation"))
                            .filter(operation::equals)
                            .isPresent();
            if (made && !there.contains(volume)) {
                throw new Refusal(
                        "what volume "
                                + volume
                                + " had before operation "
                                + operation
                                + " is gone for good, so it cannot be undone as a whole",
                        "Choose disks one by one: kompox disk list, then kompox disk assign "
                                + volume
                                + "/NAME");
            }
        }
    }

    private static Optional<Disk> replacedBy(
            Observation seen, VolumeName volume, String operation) {
        return seen.disks().stream()
                .filter(disk -> disk.ref().volume().equals(volume))
                .filter(disk -> replaced(disk) && operation.equals(by(disk)))
                .findFirst();
    }

    private static List<Snapshot> chosen(
            Observation seen, RestorePoint point, List<VolumeName> wished) {
        for (VolumeName volume : wished) {
            if (!point.volumes().contains(volume)) {
                throw new Refusal(
                        "restore point "
                                + point.name()
                                + " does not hold volume \""
                                + volume
                                + "\"; it holds "
                                + Rules.list(point.volumes()),
                        "kompox snapshot show " + point.name());
            }
        }
        List<Snapshot> chosen =
                point.snapshots().stream()
                        .filter(snapshot ->
                                wished.isEmpty() || wished.contains(snapshot.ref().volume()))
                        .toList();
        for (Snapshot snapshot : chosen) {
            if (!seen.workload().slots().containsKey(snapshot.ref().volume())) {
                throw new Refusal(
                        "restore point "
                                + point.name()
                                + " holds volume "
                                + snapshot.ref().volume()
                                + ", which the project no longer has",
                        "Restore the others only: kompox restore "
                                + point.name()
                                + " --volume NAME");
            }
        }
        return chosen;
    }
}
