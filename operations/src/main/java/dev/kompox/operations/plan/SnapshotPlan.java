package dev.kompox.operations.plan;

import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.place.Reach;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.operations.engine.Cost;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.PlannedStep.Reversal;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.step.AwaitSnapshot;
import dev.kompox.operations.step.ProveFree;
import dev.kompox.operations.step.TakeFrozenSnapshot;
import dev.kompox.operations.step.TakeSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plan a restore point: all volumes together, with the app stopped cleanly or frozen. */
public final class SnapshotPlan {

    private SnapshotPlan() {}

    /**
     * Say what is wanted.
     *
     * @param name the restore point's name
     * @param volumes only these volumes; empty means all that have a disk
     * @param frozen whether the app is frozen instead of stopped
     * @param freezeLimit the longest time it may be frozen
     */
    public record Wish(
            SnapshotName name, List<VolumeName> volumes, boolean frozen, Duration freezeLimit) {}

    /**
     * Make the plan.
     *
     * @throws Refusal if the name is taken, there is nothing to take, or something foreign writes
     *     to a volume
     */
    public static Plan of(Observation seen, Wish wish) {
        Rules.livesHere(seen);
        List<VolumeName> volumes = Rules.volumes(seen, wish.volumes());
        Rules.onlyOwnWriters(seen, volumes);
        if (seen.restorePoints().stream().anyMatch(point -> point.name().equals(wish.name()))) {
            throw new Refusal(
                    "there is a restore point \"" + wish.name() + "\" already",
                    "Choose another name, or: kompox snapshot delete " + wish.name());
        }
        Steps steps = new Steps();
        volumes.forEach(volume -> {
            steps.assume(AppFacts.assigned(seen, volume));
            steps.assume(AppFacts.snapshot(seen, volume, wish.name()));
        });
        steps.assume(AppFacts.running(seen));
        if (wish.frozen()) {
            frozen(steps, seen, wish, volumes);
        } else {
            stopped(steps, seen, wish, volumes);
        }
        if (later(seen)) {
            await(steps, wish.name());
        }
        String way = wish.frozen() ? "frozen" : "stopped";
        return steps.plan(
                seen,
                "snapshot",
                "sn",
                "take restore point " + wish.name() + " of " + Rules.name(seen) + ", " + way,
                Plan.OnFailure.ROLL_BACK);
    }

    private static void stopped(
            Steps steps, Observation seen, Wish wish, List<VolumeName> volumes) {
        Pause pause = Pause.of(seen, volumes);
        Optional<StepId> stop =
                pause.stop(steps, "a clean shutdown is the best restore point", List.of());
        List<StepId> proofs = new ArrayList<>();
        for (VolumeName volume : volumes) {
            proofs.add(
                    steps.quiet(
                            "disk.prove-free " + volume,
                            "prove that nobody writes to " + volume,
                            ProveFree.NAME,
                            Fields.of(
                                    "volume",
                                    volume.value(),
                                    "disk",
                                    disk(seen, volume).ref().name().value()),
                            stop.map(List::of).orElse(List.of()),
                            Reversal.NOTHING));
        }
        List<StepId> needs = new ArrayList<>(proofs);
        stop.ifPresent(needs::add);
        Fields arguments =
                Fields.of(
                        "snapshot", wish.name().value(),
                        "disks", disks(seen, volumes),
                        "consistency", Consistency.STOPPED.word(),
                        "stop", stop.map(StepId::value).orElse(null),
                        "awaitedLater", later(seen) ? true : null);
        take(steps, seen, volumes, TakeSnapshot.NAME, arguments, needs);
        // going back deletes the snapshots only, so the app goes on running
        pause.start(steps, later(seen) ? Reversal.NOTHING : Reversal.UNDO);
    }

    private static void frozen(Steps steps, Observation seen, Wish wish, List<VolumeName> volumes) {
        if (!seen.capabilities().freeze()) {
            throw new Refusal(
                    "the app cannot be frozen here: " + seen.location() + " sets no watchdog",
                    "kompox snapshot create");
        }
        Fields arguments =
                Fields.of(
                        "snapshot", wish.name().value(),
                        "disks", disks(seen, volumes),
                        "limitSeconds", wish.freezeLimit().toSeconds(),
                        "awaitedLater", later(seen) ? true : null);
        take(steps, seen, volumes, TakeFrozenSnapshot.NAME, arguments, List.of());
    }

    private static void take(
            Steps steps,
            Observation seen,
            List<VolumeName> volumes,
            String type,
            Fields arguments,
            List<StepId> needs) {
        long bytes =
                seen.bytes(volumes.stream().map(volume -> disk(seen, volume).nativeId()).toList());
        Cost cost = Copying.cost(seen, bytes);
        String title = "snapshot " + Rules.list(volumes);
        steps.add(
                type,
                title,
                "the restore point holds all volumes together",
                type,
                arguments,
                needs,
                cost);
    }

    /** Tell whether snapshots can be used only some time after they are taken. */
    private static boolean later(Observation seen) {
        return seen.capabilities().snapshotsUsable() != Reach.When.AT_ONCE;
    }

    private static void await(Steps steps, SnapshotName name) {
        steps.add(
                AwaitSnapshot.NAME,
                "wait until restore point " + name + " can be used",
                "the place completes it while the app runs",
                AwaitSnapshot.NAME,
                Fields.of("snapshot", name.value()),
                steps.all(),
                Cost.NONE,
                Reversal.NOTHING,
                false);
    }

    private static List<String> disks(Observation seen, List<VolumeName> volumes) {
        return volumes.stream().map(volume -> disk(seen, volume).ref().toString()).toList();
    }

    private static Disk disk(Observation seen, VolumeName volume) {
        return seen.assigned(volume).orElseThrow();
    }
}
