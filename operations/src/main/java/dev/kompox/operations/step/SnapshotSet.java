package dev.kompox.operations.step;

import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotSpec;
import dev.kompox.driver.snapshot.SnapshotState;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Take, find and delete the snapshots of one restore point: what the stopped and the frozen way
 * share.
 */
final class SnapshotSet {

    private final Place place;

    SnapshotSet(Place place) {
        this.place = place;
    }

    /** Return the disks that a step's arguments name: {@code disks}, each {@code VOLUME/NAME}. */
    List<DiskRef> disks(StepContext context) {
        List<DiskRef> disks = new ArrayList<>();
        for (String text : context.arguments().strings("disks")) {
            int slash = text.lastIndexOf('/');
            disks.add(place.disk(text.substring(0, slash), text.substring(slash + 1)));
        }
        return disks;
    }

    Fields take(StepContext context, Consistency consistency) {
        SnapshotSpec spec =
                new SnapshotSpec(place.app(), snapshot(context), disks(context), consistency);
        List<Snapshot> taken = place.snapshots().ensure(spec, context.call());
        return awaitedLater(context) ? result(taken) : await(context);
    }

    /** Wait until all are usable. */
    Fields await(StepContext context) {
        return result(
                place.snapshots().awaitUsable(place.app(), snapshot(context), context.call()));
    }

    /** Tell whether a later step waits, so that the app need not. */
    private static boolean awaitedLater(StepContext context) {
        return context.arguments().flag("awaitedLater");
    }

    /** Find the complete set that this very operation has made. */
    Optional<Fields> find(StepContext context) {
        String operation = context.call().token().operation();
        List<Snapshot> found =
                place.snapshots().list(place.app()).stream()
                        .filter(one -> one.ref().name().equals(snapshot(context)))
                        .filter(one -> one.state() instanceof SnapshotState.Usable)
                        .filter(one -> operation.equals(one.tags().get("kompox.dev/operation")))
                        .toList();
        return found.size() == disks(context).size()
                ? Optional.of(result(found))
                : Optional.empty();
    }

    /** Delete the set, but only if it is this operation's own. */
    void delete(StepContext context) {
        String operation = context.call().token().operation();
        boolean foreign =
                place.snapshots().list(place.app()).stream()
                        .filter(one -> one.ref().name().equals(snapshot(context)))
                        .anyMatch(one -> !operation.equals(one.tags().get("kompox.dev/operation")));
        if (!foreign) {
            place.snapshots().delete(place.app(), snapshot(context), context.call());
        }
    }

    private static SnapshotName snapshot(StepContext context) {
        return new SnapshotName(context.arguments().string("snapshot"));
    }

    private static Fields result(List<Snapshot> snapshots) {
        long bytes = 0;
        boolean known = true;
        for (Snapshot one : snapshots) {
            ByteSize size = one.size();
            bytes += size == null ? 0 : size.bytes();
            known &= size != null;
        }
        return Fields.of(
                "bytes",
                known ? bytes : -1L,
                "consistency",
                snapshots.getFirst().consistency().word());
    }
}
