package dev.kompox.driver.csi;

import dev.kompox.driver.csi.claim.Condition;
import dev.kompox.driver.csi.claim.SnapshotClaim;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.place.Reach;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotState;
import java.util.Comparator;
import java.util.List;

/** How claims look as snapshots. */
record SnapshotView(Location here) {

    /** Show some, newest first. */
    List<Snapshot> list(List<SnapshotClaim> claims) {
        return claims.stream()
                .map(this::of)
                .sorted(
                        Comparator.comparing(Snapshot::createdAt)
                                .reversed()
                                .thenComparing(one -> one.ref().name())
                                .thenComparing(one -> one.ref().volume()))
                .toList();
    }

    private Snapshot of(SnapshotClaim one) {
        SnapshotState state = state(one);
        return new Snapshot(
                one.ref(),
                one.claim().nativeId(),
                here,
                one.disk().name(),
                one.members(),
                one.consistency(),
                state instanceof SnapshotState.Usable ? one.bytes().orElse(null) : null,
                state,
                new Reach(List.of(here), Reach.When.AT_ONCE),
                one.claim().created(),
                one.claim().tags(Keys.APP, Keys.VOLUME, Keys.SNAPSHOT, Keys.OPERATION, Keys.STEP));
    }

    private static SnapshotState state(SnapshotClaim one) {
        if (one.claim().deleting()) {
            return new SnapshotState.Deleting();
        }
        if (!one.complete()) {
            return new SnapshotState.Creating();
        }
        return Condition.of(one)
                .damage()
                .<SnapshotState>map(SnapshotState.Failed::new)
                .orElseGet(SnapshotState.Usable::new);
    }
}
