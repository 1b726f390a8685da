package dev.kompox.operations.plan;

import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.operations.engine.Cost;
import dev.kompox.operations.engine.PlannedStep.Reversal;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.step.AssignDisk;
import dev.kompox.operations.step.CreateDisk;
import dev.kompox.operations.step.ProveFree;
import dev.kompox.operations.step.SourceText;
import dev.kompox.operations.step.TrashDisk;
import dev.kompox.operations.step.UndeleteDisk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Give volumes other disks: what restore, its undo and assign have in common.
 *
 * <p>Everything slow happens while the app runs: disks are made or taken out of the trash first.
 * Then the app stops, the disks change places, the app starts; up to here everything can be undone.
 * What the volumes had before goes into the trash only after the commit point, if at all.
 */
final class Swap {

    private final Steps steps = new Steps();
    private final Observation seen;
    private final List<Turn> turns;

    /**
     * One volume's turn.
     *
     * @param volume the volume
     * @param disk the disk it shall find
     * @param source where that disk's content comes from, as {@code SourceText}; null if the disk
     *     exists
     * @param bytes how much that is, -1 if unknown
     */
    record Turn(VolumeName volume, DiskName disk, @Nullable String source, long bytes) {}

    Swap(Observation seen, List<Turn> turns) {
        this.seen = seen;
        this.turns = List.copyOf(turns);
    }

    /**
     * Return the steps.
     *
     * @param keep how long what the volumes had before stays in the trash; null leaves it out of
     *     the trash
     */
    Steps steps(@Nullable Duration keep, String cause) {
        List<VolumeName> volumes = turns.stream().map(Turn::volume).toList();
        turns.forEach(turn -> steps.assume(AppFacts.assigned(seen, turn.volume)));
        turns.forEach(turn -> steps.assume(AppFacts.disk(seen, ref(turn))));
        steps.assume(AppFacts.running(seen));
        Pause pause = Pause.of(seen, volumes);
        turns.forEach(turn -> prepare(turn, pause.needed() ? keep : null));
        List<StepId> ready = steps.all();
        Optional<StepId> stop = pause.stop(steps, cause, ready);
        prove(stop.map(List::of).orElse(ready));
        List<StepId> proven = steps.all();
        SequencedMap<VolumeName, @Nullable DiskName> changed = new LinkedHashMap<>();
        for (Turn turn : turns) {
            assign(turn, proven);
            changed.put(turn.volume, turn.disk);
        }
        Owner.write(steps, seen, changed);
        pause.start(steps);
        steps.commit();
        if (keep != null) {
            turns.forEach(turn -> trash(turn, keep));
        }
        return steps;
    }

    /**
     * Make the disk, or take it out of the trash.
     *
     * @param keep how long what the app writes to it is kept if all this is undone; null if the app
     *     is not started on it
     */
    private void prepare(Turn turn, @Nullable Duration keep) {
        Optional<Disk> there = seen.disk(turn.volume, turn.disk);
        if (turn.source != null) {
            steps.add(
                    "disk.create " + turn.volume,
                    "make disk " + turn.volume + "/" + turn.disk + SourceText.say(turn.source),
                    "made while the app runs, so that the pause is short",
                    CreateDisk.NAME,
                    Fields.of(
                            "volume",
                            turn.volume.value(),
                            "disk",
                            turn.disk.value(),
                            "source",
                            turn.source,
                            "startedBy",
                            keep == null ? null : Pause.START_ID,
                            "keepSeconds",
                            keep == null ? null : keep.toSeconds()),
                    List.of(),
                    Copying.cost(seen, turn.bytes));
        } else if (there.isPresent() && there.get().trash() != null) {
            steps.add(
                    "disk.undelete " + turn.volume,
                    "take disk " + turn.volume + "/" + turn.disk + " out of the trash",
                    "it is wanted again",
                    UndeleteDisk.NAME,
                    Fields.of(
                            "volume", turn.volume.value(),
                            "disk", turn.disk.value(),
                            "until", there.get().trash().until().toString(),
                            "by", there.get().trash().by()),
                    List.of(),
                    Cost.NONE);
        }
    }

    private void prove(List<StepId> needs) {
        for (Turn turn : turns) {
            seen.assigned(turn.volume)
                    .ifPresent(disk ->
                            steps.quiet(
                                    "disk.prove-free " + turn.volume,
                                    "prove that nobody writes to " + turn.volume,
                                    ProveFree.NAME,
                                    Fields.of(
                                            "volume",
                                            turn.volume.value(),
                                            "disk",
                                            disk.ref().name().value()),
                                    needs,
                                    Reversal.NOTHING));
        }
    }

    private void assign(Turn turn, List<StepId> needs) {
        String from =
                seen.assigned(turn.volume).map(disk -> disk.ref().name().value()).orElse(null);
        steps.add(
                "disk.assign " + turn.volume,
                "give volume "
                        + turn.volume
                        + " disk "
                        + turn.disk
                        + (from == null ? "" : " instead of " + from),
                "one step for the data: all of the one or all of the other",
                AssignDisk.NAME,
                Fields.of("volume", turn.volume.value(), "disk", turn.disk.value(), "from", from),
                needs,
                assignCost(turn));
    }

    private Cost assignCost(Turn turn) {
        return seen.capabilities().instantAssign() ? Cost.NONE : Copying.cost(seen, turn.bytes);
    }

    private void trash(Turn turn, Duration keep) {
        seen.assigned(turn.volume)
                .map(Disk::ref)
                .ifPresent(old -> {
                    List<StepId> needs = new ArrayList<>(steps.all());
                    needs.removeIf(id -> id.value().startsWith("disk.trash"));
                    steps.add(
                            "disk.trash " + turn.volume,
                            "keep disk " + old + " in the trash for " + Rules.term(keep),
                            "what was there before can be brought back",
                            TrashDisk.NAME,
                            Fields.of(
                                    "volume", turn.volume.value(),
                                    "disk", old.name().value(),
                                    "keepSeconds", keep.toSeconds()),
                            needs,
                            Cost.NONE);
                });
    }

    private DiskRef ref(Turn turn) {
        return new DiskRef(seen.workload().app(), turn.volume, turn.disk);
    }
}
