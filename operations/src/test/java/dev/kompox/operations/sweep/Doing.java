package dev.kompox.operations.sweep;

import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.place.MemoryGround;
import dev.kompox.operations.plan.DestroyPlan;
import dev.kompox.operations.plan.DiskCreatePlan;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.plan.RestorePlan;
import dev.kompox.operations.plan.SnapshotPlan;
import dev.kompox.operations.world.TestApp;
import java.time.Duration;
import java.util.List;

/** The plans that are swept, and what is done before them. */
final class Doing {

    static final Duration WEEK = Duration.ofDays(7);
    static final SnapshotName POINT = new SnapshotName("monday");

    private Doing() {}

    static MemoryGround snapshotThenWrite(MemoryGround ground) {
        return ground.carryOut(seen -> snapshot(seen, false)).write(TestApp.DB, "row 2");
    }

    static Plan snapshot(Observation seen, boolean frozen) {
        return SnapshotPlan.of(
                seen, new SnapshotPlan.Wish(POINT, List.of(), frozen, Duration.ofMinutes(1)));
    }

    static Plan restore(Observation seen) {
        return RestorePlan.of(seen, new RestorePlan.Wish(POINT, List.of(), WEEK));
    }

    static Plan copy(Observation seen) {
        DiskRef from = seen.assigned(TestApp.DB).orElseThrow().ref();
        return DiskCreatePlan.of(
                seen,
                new DiskCreatePlan.Wish(
                        TestApp.DB, new DiskName("copy"), new Source.OfDisk(from), null));
    }

    static Plan destroy(Observation seen) {
        return DestroyPlan.of(seen, new DestroyPlan.Wish(true, WEEK, true));
    }
}
