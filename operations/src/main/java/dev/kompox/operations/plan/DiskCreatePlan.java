package dev.kompox.operations.plan;

import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.operations.engine.Cost;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.step.CreateDisk;
import dev.kompox.operations.step.SourceText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plan making a disk of a volume: blank, as a clone of another disk, or from a snapshot. It is not
 * assigned.
 */
public final class DiskCreatePlan {

    private DiskCreatePlan() {}

    /**
     * Say what is wanted.
     *
     * @param volume the volume
     * @param name the new disk's name
     * @param source what it holds at first
     * @param size the least size, null for the default
     */
    public record Wish(VolumeName volume, DiskName name, Source source, @Nullable ByteSize size) {}

    /**
     * Make the plan. A disk that the app writes to is cloned with its users stopped.
     *
     * @throws Refusal if the name is taken, the volume unknown, or the source absent
     */
    public static Plan of(Observation seen, Wish wish) {
        DiskRef ref = new DiskRef(seen.workload().app(), wish.volume(), wish.name());
        if (!seen.workload().slots().containsKey(wish.volume())) {
            throw new Refusal(
                    Rules.name(seen)
                            + " has no volume \""
                            + wish.volume()
                            + "\"; it has "
                            + Rules.list(seen.workload().slots().keySet()),
                    "kompox disk list");
        }
        if (seen.disk(wish.volume(), wish.name()).isPresent()) {
            throw new Refusal(
                    "volume " + wish.volume() + " has a disk \"" + wish.name() + "\" already",
                    "Choose another name, see: kompox disk list");
        }
        Steps steps = new Steps();
        steps.assume(AppFacts.disk(seen, ref));
        assumeSource(steps, seen, wish.source());
        Optional<Pause> pause = pause(seen, wish.source());
        List<StepId> needs =
                pause.flatMap(one ->
                                one.stop(steps, "a disk in use cannot be copied whole", List.of()))
                        .map(List::of)
                        .orElse(List.of());
        ByteSize size = wish.size();
        String source = SourceText.of(wish.source());
        steps.add(
                "disk.create " + wish.volume(),
                "make disk " + ref + SourceText.say(source),
                "asked for",
                CreateDisk.NAME,
                Fields.of(
                        "volume",
                        wish.volume().value(),
                        "disk",
                        wish.name().value(),
                        "source",
                        source,
                        "size",
                        size == null ? null : size.bytes()),
                needs,
                Copying.cost(seen, bytes(seen, wish.source())));
        pause.ifPresent(one -> one.start(steps));
        return steps.plan(seen, "create", "cr", "make disk " + ref, Plan.OnFailure.ROLL_BACK);
    }

    private static void assumeSource(Steps steps, Observation seen, Source source) {
        switch (source) {
            case Source.Blank _, Source.Native _ -> {}
            case Source.OfDisk(DiskRef from) -> {
                steps.assume(AppFacts.disk(seen, from));
                steps.assume(AppFacts.assigned(seen, from.volume()));
                steps.assume(AppFacts.running(seen));
            }
            case Source.OfSnapshot(SnapshotRef from) ->
                    steps.assume(AppFacts.snapshot(seen, from.volume(), from.name()));
        }
    }

    private static Optional<Pause> pause(Observation seen, Source source) {
        if (!(source instanceof Source.OfDisk(DiskRef from))) {
            return Optional.empty();
        }
        Disk disk = Rules.disk(seen, from.volume(), from.name());
        if (!disk.assigned()) {
            return Optional.empty();
        }
        Rules.onlyOwnWriters(seen, List.of(from.volume()));
        return Optional.of(Pause.of(seen, List.of(from.volume())));
    }

    private static long bytes(Observation seen, Source source) {
        return switch (source) {
            case Source.Blank _, Source.Native _ -> Cost.NONE.bytes();
            case Source.OfDisk(DiskRef from) ->
                    seen.disk(from.volume(), from.name())
                            .map(Disk::nativeId)
                            .map(seen::bytes)
                            .orElse(-1L);
            case Source.OfSnapshot(SnapshotRef from) -> seen.bytes(snapshot(seen, from).nativeId());
        };
    }

    private static Snapshot snapshot(Observation seen, SnapshotRef from) {
        return seen.snapshots().stream()
                .filter(one -> one.ref().equals(from))
                .findFirst()
                .orElseThrow(
                        () -> new Refusal("there is no snapshot " + from, "kompox snapshot list"));
    }
}
