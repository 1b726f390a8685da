package dev.kompox.operations.plan;

import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.operations.engine.Assumption;
import dev.kompox.operations.engine.Cost;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.PlannedStep.Reversal;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.step.AssignDisk;
import dev.kompox.operations.step.BringImages;
import dev.kompox.operations.step.CommitMove;
import dev.kompox.operations.step.CreateDisk;
import dev.kompox.operations.step.FenceApp;
import dev.kompox.operations.step.FinishDisks;
import dev.kompox.operations.step.MoveSteps;
import dev.kompox.operations.step.OwnerText;
import dev.kompox.operations.step.PrepareApp;
import dev.kompox.operations.step.ProveFree;
import dev.kompox.operations.step.RecordOwner;
import dev.kompox.operations.step.SeedDisks;
import dev.kompox.operations.step.StartDark;
import dev.kompox.operations.step.StillStopped;
import dev.kompox.operations.step.UnsealApp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Plan moving a running app, data and all, to another place.
 *
 * <p>Everything slow happens while the app runs: images are brought, disks made and seeded. Then it
 * stops, the last changes follow, both ends are compared, it starts at the target where nobody uses
 * it yet. One swap of the ownership record commits; up to there everything is undone and the source
 * serves again. After it the source is emptied and sealed, its disks kept in the trash.
 */
public final class MovePlan {

    /** What the relay moves in a second, measured between two engines of one machine. */
    private static final long RELAY = 95_000_000;

    private static final long GIB = 1L << 30;

    /** Data of less than this fits into any place's ordinary disk. */
    private static final long LITTLE = 6 * GIB;

    private static final Duration STOP = Duration.ofSeconds(1);
    private static final Duration START = Duration.ofSeconds(3);
    private static final String STOP_ID = "app.stop";

    private final MoveObservation seen;
    private final Observation from;
    private final Observation to;
    private final Wish wish;
    private final Steps steps = new Steps();
    private final SequencedMap<String, Object> source = new LinkedHashMap<>();
    private final SequencedMap<String, Object> target = new LinkedHashMap<>();
    private final Pause pause;
    private final long epoch;

    /**
     * Say what is wanted.
     *
     * @param maxDowntime the longest downtime that may be predicted; null for any
     * @param maxRounds how many times at most the running app's disks are copied
     * @param keepSource how long the source's disks stay in the trash
     */
    public record Wish(@Nullable Duration maxDowntime, int maxRounds, Duration keepSource) {}

    private MovePlan(MoveObservation seen, Wish wish) {
        this.seen = seen;
        this.from = seen.source();
        this.to = seen.target();
        this.wish = wish;
        this.pause = Pause.everything(from);
        OwnershipRecord owner = from.owner();
        this.epoch = owner == null ? 1 : owner.epoch();
        for (VolumeName volume : from.volumesWithDisk()) {
            Disk disk = from.assigned(volume).orElseThrow();
            source.put(volume.value(), disk.ref().name().value());
            target.put(volume.value(), FreeName.like(to, volume, "main").value());
        }
    }

    /**
     * Plan a move.
     *
     * @throws dev.kompox.operations.engine.Refusal if the app does not live at the source, or
     *     something stands in its way at either place
     */
    public static Plan of(MoveObservation seen, Wish wish) {
        MoveRules.check(seen);
        return new MovePlan(seen, wish).plan();
    }

    private Plan plan() {
        assume();
        prepare();
        List<StepId> ready = steps.all();
        pause.stop(steps, "nothing may be written while the last changes are copied", ready);
        fence();
        switchOver();
        new Departure(from, to, source, wish.keepSource()).add(steps, owner(epoch + 1, to, target));
        return steps.plan(
                from,
                "move",
                "mv",
                "move " + Rules.name(from) + " to " + to.location(),
                Plan.OnFailure.ROLL_BACK);
    }

    private void assume() {
        from.volumesWithDisk().forEach(volume -> steps.assume(AppFacts.assigned(from, volume)));
        steps.assume(AppFacts.running(from));
        steps.assume(AppFacts.place(from));
        for (Assumption assumption : List.of(AppFacts.running(to), AppFacts.place(to))) {
            steps.assume(
                    new Assumption(
                            MoveFacts.TARGET + assumption.fact(), assumption.value(), false));
        }
    }

    /** All that can be done while the app runs. */
    private void prepare() {
        if (!seen.images().isEmpty()) {
            steps.add(
                    "images.bring",
                    "bring image " + Rules.list(seen.images()),
                    "the target does not have it, and is to run exactly this one",
                    BringImages.NAME,
                    Fields.NONE,
                    List.of(),
                    Cost.NONE,
                    Reversal.NOTHING,
                    false);
        }
        steps.quiet(
                "target.owner.point",
                "tell the target where the app lives",
                MoveSteps.atTarget(RecordOwner.NAME),
                owner(epoch, from, source),
                List.of(),
                Reversal.NOTHING);
        List<StepId> made = new ArrayList<>();
        source.keySet().forEach(volume -> made.add(makeDisk(volume)));
        FirstDisks.addAtTarget(steps, to, source.keySet());
        steps.quiet(
                "target.app.prepare",
                "fetch what the app needs to start on the target",
                MoveSteps.atTarget(PrepareApp.NAME),
                Fields.NONE,
                steps.all(),
                Reversal.NOTHING);
        made.add(new StepId("target.app.prepare"));
        steps.add(
                "move.seed",
                "copy " + Rules.list(source.keySet()) + " over " + seen.transport(),
                "while the app runs, up to " + wish.maxRounds() + " rounds",
                SeedDisks.NAME,
                Fields.of(
                        "from",
                        source,
                        "to",
                        target,
                        "maxRounds",
                        (long) wish.maxRounds(),
                        "maxDowntimeMillis",
                        wish.maxDowntime() == null ? null : wish.maxDowntime().toMillis(),
                        "stopMillis",
                        pause.needed() ? STOP.toMillis() : 0L,
                        "startMillis",
                        pause.needed() ? START.toMillis() : 0L),
                made,
                Cost.ofBytes(bytes(), RELAY),
                Reversal.UNDO,
                false);
    }

    private StepId makeDisk(String volume) {
        return steps.add(
                "target.disk.create " + volume,
                "make disk " + volume + "/" + target.get(volume) + " on " + to.location(),
                "it takes the data of volume " + volume,
                MoveSteps.atTarget(CreateDisk.NAME),
                Fields.of(
                        "volume",
                        volume,
                        "disk",
                        target.get(volume),
                        "source",
                        "blank",
                        "size",
                        size(volume)),
                List.of(),
                Cost.NONE);
    }

    /**
     * As the App document says, but no smaller than the one it replaces; where that has no size,
     * with room beyond what it holds.
     */
    private @Nullable Long size(String volume) {
        VolumeName name = new VolumeName(volume);
        Disk disk = from.assigned(name).orElseThrow();
        long used = from.bytes(disk.nativeId());
        long roomy = used < LITTLE ? 0 : (used + used / 2 + GIB - 1) / GIB * GIB;
        long least = disk.size() == null ? roomy : disk.size().bytes();
        Long wished = FirstDisks.size(to, name);
        long size = wished == null ? least : Math.max(wished, least);
        return size == 0 ? null : size;
    }

    private void fence() {
        steps.quiet(
                "app.fence",
                "keep the app from starting by itself",
                FenceApp.NAME,
                Fields.NONE,
                steps.all(),
                Reversal.UNDO);
        List<StepId> fenced = steps.all();
        source.forEach((volume, disk) ->
                steps.quiet(
                        "disk.prove-free " + volume,
                        "prove that nobody writes to " + volume,
                        ProveFree.NAME,
                        Fields.of("volume", volume, "disk", disk),
                        fenced,
                        Reversal.NOTHING));
    }

    /** What the app is down for. */
    private void switchOver() {
        // what does not change meanwhile is hashed while the app runs
        long hashed = Math.clamp(bytes(), 0, SeedDisks.VERIFYING);
        steps.add(
                "move.finish",
                "copy the last changes and compare every byte of both ends",
                "nothing is lost, and that is proven",
                FinishDisks.NAME,
                Fields.of("from", source, "to", target),
                steps.all(),
                Cost.ofTime(Duration.ofMillis(hashed * 1000 / SeedDisks.VERIFYING)),
                Reversal.NOTHING,
                false);
        steps.quiet(
                "target.app.unseal",
                "let the app start on the target",
                MoveSteps.atTarget(UnsealApp.NAME),
                Fields.of("reason", cameFromThere() ? Departure.reason(from) : null),
                steps.all(),
                Reversal.UNDO);
        List<StepId> ready = steps.all();
        target.forEach((volume, disk) ->
                steps.quiet(
                        "target.disk.assign " + volume,
                        "give volume " + volume + " disk " + disk + " on the target",
                        MoveSteps.atTarget(AssignDisk.NAME),
                        Fields.of(
                                "volume",
                                volume,
                                "disk",
                                disk,
                                "from",
                                to.assigned(new VolumeName(volume))
                                        .map(old -> old.ref().name().value())
                                        .orElse(null)),
                        ready,
                        Reversal.UNDO));
        if (pause.needed()) {
            steps.add(
                    "target.app.start",
                    "start " + Rules.name(from) + " on " + to.location() + " and wait for health",
                    "nobody uses it there yet",
                    MoveSteps.atTarget(StartDark.NAME),
                    Fields.NONE,
                    steps.all(),
                    Cost.ofTime(START));
        }
        String stop = pause.needed() ? STOP_ID : null;
        steps.quiet(
                "app.still-stopped",
                "prove that nothing started at the source meanwhile",
                StillStopped.NAME,
                Fields.of("stop", stop),
                steps.all(),
                Reversal.NOTHING);
        SequencedMap<String, @Nullable Object> commit =
                new LinkedHashMap<>(owner(epoch + 1, to, target).map());
        commit.put("stop", stop);
        steps.add(
                "owner.commit",
                "commit: epoch " + epoch + " to " + (epoch + 1),
                "one swap decides; before it everything can be undone",
                CommitMove.NAME,
                new Fields(commit),
                steps.all(),
                Cost.NONE,
                Reversal.COMMITS,
                false);
        steps.commit();
    }

    private boolean cameFromThere() {
        return Optional.ofNullable(to.owner())
                .filter(owner -> !owner.place().equals(to.location()))
                .isPresent();
    }

    private Fields owner(long number, Observation lives, SequencedMap<String, Object> disks) {
        return Fields.of(
                "epoch",
                number,
                "place",
                OwnerText.of(lives.location()),
                "disks",
                disks,
                "by",
                from.by());
    }

    private long bytes() {
        return from.bytes(
                from.volumesWithDisk().stream()
                        .map(volume -> from.assigned(volume).orElseThrow().nativeId())
                        .toList());
    }

    /** Return the downtime that a plan expects, from what was observed alone. */
    public static Duration downtime(Plan plan) {
        long millis = 0;
        boolean down = false;
        for (var step : plan.reversible()) {
            down |= step.id().value().equals(STOP_ID);
            millis += down ? step.cost().time().toMillis() : 0;
        }
        return Duration.ofMillis(millis);
    }
}
