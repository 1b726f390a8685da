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
public final class Doing {

    /** How long things stay in the trash. */
    public static final Duration WEEK = Duration.ofDays(7);

    /** The restore point that is taken. */
    public static final SnapshotName POINT = new SnapshotName("monday");

    private Doing() {}

    /** Take the restore point, then write on. */
    public static MemoryGround snapshotThenWrite(MemoryGround ground) {
        return ground.carryOut(seen -> snapshot(seen, false)).write(TestApp.DB, "row 2");
    }

    /** Plan the restore point. */
    public static Plan snapshot(Observation seen, boolean frozen) {
        return SnapshotPlan.of(
                seen, new SnapshotPlan.Wish(POINT, List.of(), frozen, Duration.ofMinutes(1)));
    }

    /** Plan to bring it back. */
    public static Plan restore(Observation seen) {
        return RestorePlan.of(seen, new RestorePlan.Wish(POINT, List.of(), WEEK));
    }

    /** Plan a copy of the disk of db. */
    public static Plan copy(Observation seen) {
        DiskRef from = seen.assigned(TestApp.DB).orElseThrow().ref();
        return DiskCreatePlan.of(
                seen,
                new DiskCreatePlan.Wish(
                        TestApp.DB, new DiskName("copy"), new Source.OfDisk(from), null));
    }

    /** Plan to take the app and its disks down. */
    public static Plan destroy(Observation seen) {
        return DestroyPlan.of(seen, new DestroyPlan.Wish(true, WEEK, true));
    }
}
