package dev.kompox.operations.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.disk.DiskName;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.place.MemoryGround;
import dev.kompox.operations.plan.DiskPlans;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.plan.RestorePlan;
import dev.kompox.operations.plan.SnapshotDeletePlan;
import dev.kompox.operations.world.MemoryDirectory;
import dev.kompox.operations.world.TestApp;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill every operation of an app at every point, and the process that cleans up as well. */
class AppSweepTest {

    private static final long SEED = 20260301;
    private static final int SECOND_KILLS = Most.of(800);

    @TempDir(factory = MemoryDirectory.class)
    Path directory;

    @Test
    void snapshotWithTheAppStopped() {
        expect(
                sweep("snapshot, stopped", ground -> ground, seen -> Doing.snapshot(seen, false)),
                """
                disk db/main assigned [row 1]
                disk files/data assigned [file 1]
                snapshot db@monday stopped [row 1]
                snapshot files@monday stopped [file 1]
                db RUNNING
                web RUNNING
                worker RUNNING
                owner {db=main, files=data}
                """);
    }

    @Test
    void snapshotWithTheAppFrozen() {
        expect(
                sweep("snapshot, frozen", ground -> ground, seen -> Doing.snapshot(seen, true)),
                """
                disk db/main assigned [row 1]
                disk files/data assigned [file 1]
                snapshot db@monday frozen [row 1]
                snapshot files@monday frozen [file 1]
                db RUNNING
                web RUNNING
                worker RUNNING
                owner {db=main, files=data}
                """);
    }

    @Test
    void restore() {
        expect(
                sweep("restore", Doing::snapshotThenWrite, Doing::restore),
                """
                disk db/main in the trash by rs [row 1, row 2]
                disk db/monday assigned [row 1]
                disk files/data in the trash by rs [file 1]
                disk files/monday assigned [file 1]
                snapshot db@monday stopped [row 1]
                snapshot files@monday stopped [file 1]
                db RUNNING
                web RUNNING
                worker RUNNING
                owner {db=monday, files=monday}
                """);
    }

    @Test
    void undoOfARestore() {
        expect(
                sweep(
                        "undo of a restore",
                        ground ->
                                Doing.snapshotThenWrite(ground)
                                        .carryOut(Doing::restore)
                                        .write(TestApp.DB, "row 3"),
                        seen -> RestorePlan.undo(seen, Doing.WEEK)),
                """
                disk db/main assigned [row 1, row 2]
                disk db/monday in the trash by un [row 1, row 3]
                disk files/data assigned [file 1]
                disk files/monday in the trash by un [file 1]
                snapshot db@monday stopped [row 1]
                snapshot files@monday stopped [file 1]
                db RUNNING
                web RUNNING
                worker RUNNING
                owner {db=main, files=data}
                """);
    }

    @Test
    void destroyWithDisks() {
        expect(
                sweep("destroy with disks", ground -> ground, Doing::destroy),
                """
                disk db/main in the trash by dn [row 1]
                disk files/data in the trash by dn [file 1]
                owner {}
                """);
    }

    @Test
    void assignAnotherDisk() {
        expect(
                sweep(
                        "assign",
                        ground -> ground.carryOut(Doing::copy).write(TestApp.DB, "row 2"),
                        seen -> DiskPlans.assign(seen, TestApp.DB, new DiskName("copy"))),
                """
                disk db/copy assigned [row 1]
                disk db/main [row 1, row 2]
                disk files/data assigned [file 1]
                db RUNNING
                web RUNNING
                worker RUNNING
                owner {db=copy, files=data}
                """);
    }

    @Test
    void cloneARunningDisk() {
        expect(
                sweep("clone", ground -> ground, Doing::copy),
                """
                disk db/copy [row 1]
                disk db/main assigned [row 1]
                disk files/data assigned [file 1]
                db RUNNING
                web RUNNING
                worker RUNNING
                owner {db=main, files=data}
                """);
    }

    @Test
    void expireTheTrash() {
        expect(
                sweep(
                        "expire",
                        ground ->
                                Doing.snapshotThenWrite(ground)
                                        .carryOut(Doing::restore)
                                        .carryOut(Doing::copy),
                        seen -> DiskPlans.expire(seen, seen.at().plus(Doing.WEEK))),
                """
                disk db/copy [row 1]
                disk db/monday assigned [row 1]
                disk files/monday assigned [file 1]
                snapshot db@monday stopped [row 1]
                snapshot files@monday stopped [file 1]
                db RUNNING
                web RUNNING
                worker RUNNING
                owner {db=monday, files=monday}
                """);
    }

    @Test
    void deleteARestorePoint() {
        expect(
                sweep(
                        "delete of a restore point",
                        ground -> ground.carryOut(seen -> Doing.snapshot(seen, false)),
                        seen -> SnapshotDeletePlan.of(seen, List.of(Doing.POINT))),
                """
                disk db/main assigned [row 1]
                disk files/data assigned [file 1]
                db RUNNING
                web RUNNING
                worker RUNNING
                owner {db=main, files=data}
                """);
    }

    private String sweep(
            String name, UnaryOperator<MemoryGround> setup, Function<Observation, Plan> planner) {
        AtomicReference<String> after = new AtomicReference<>("");
        new KillSweep(
                        name,
                        () ->
                                new AppSwept(
                                        setup.apply(MemoryGround.running(directory)),
                                        planner,
                                        after,
                                        new TreeMap<>()))
                .run(SECOND_KILLS, SEED);
        return after.get();
    }

    private static void expect(String look, String wanted) {
        assertThat(look).isEqualTo(wanted);
    }
}
