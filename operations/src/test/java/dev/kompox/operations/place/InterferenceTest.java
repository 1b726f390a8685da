package dev.kompox.operations.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.runtime.InstanceState.Phase;
import dev.kompox.operations.engine.Difference;
import dev.kompox.operations.engine.Engine;
import dev.kompox.operations.engine.OperationId;
import dev.kompox.operations.engine.Outcome;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.place.MemoryState.Box;
import dev.kompox.operations.place.MemoryState.Drive;
import dev.kompox.operations.plan.DiskPlans;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.plan.RestorePlan;
import dev.kompox.operations.plan.RunPlans;
import dev.kompox.operations.sweep.Doing;
import dev.kompox.operations.world.MemoryDirectory;
import dev.kompox.operations.world.MemoryJournals;
import dev.kompox.operations.world.TestApp;
import dev.kompox.operations.world.Trigger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and other programs do while an operation is cut off, or between plan and run. */
class InterferenceTest {

    @TempDir(factory = MemoryDirectory.class)
    Path directory;

    private MemoryGround ground;
    private MemoryJournals journals;

    @BeforeEach
    void build() {
        ground = MemoryGround.running(directory);
        journals = new MemoryJournals();
    }

    @Test
    void bringsTheAppUpAgainThoughItsContainersWereRemovedMeanwhile() {
        for (boolean back : List.of(true, false)) {
            build();
            OperationId id = cutOff("after journal Result", 1, seen -> Doing.snapshot(seen, false));
            assertThat(ground.look()).contains("db EXITED");
            ground.removeContainers();
            Outcome outcome = back ? engine().rollback(id) : engine().resume(id);
            assertThat(outcome)
                    .isInstanceOf(back ? Outcome.RolledBack.class : Outcome.Completed.class);
            assertThat(ground.look())
                    .contains(
                            "db RUNNING", "web RUNNING", "worker RUNNING", "main assigned [row 1]");
        }
    }

    @Test
    void rollsBackWithoutALongWaitWhenSomebodyStartedTheAppMeanwhile() {
        ground.carryOut(seen -> Doing.snapshot(seen, false)).write(TestApp.DB, "row 2");
        String before = ground.look();
        OperationId id = cutOff("after journal Result", 3, Doing::restore);
        assertThat(ground.look()).contains("db EXITED");
        startEverything();
        Instant begun = ground.state().time.now();
        assertThat(engine().resume(id))
                .isInstanceOfSatisfying(
                        Outcome.RolledBack.class,
                        back ->
                                assertThat(back.cause())
                                        .extracting(cause -> cause.category())
                                        .isEqualTo("InUse"));
        assertThat(Duration.between(begun, ground.state().time.now()))
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(62));
        assertThat(ground.look()).isEqualTo(before);
    }

    @Test
    void keepsEveryRowWrittenBetweenCrashAndResume() {
        for (boolean back : List.of(true, false)) {
            build();
            ground.carryOut(seen -> Doing.snapshot(seen, false)).write(TestApp.DB, "row 2");
            OperationId id = cutOff("before stop", 1, Doing::restore);
            ground.write(TestApp.DB, "row 3");
            Outcome outcome = back ? engine().rollback(id) : engine().resume(id);
            assertThat(outcome)
                    .isInstanceOf(back ? Outcome.RolledBack.class : Outcome.Completed.class);
            assertThat(ground.look())
                    .contains(
                            back
                                    ? "disk db/main assigned [row 1, row 2, row 3]"
                                    : "disk db/main in the trash by rs [row 1, row 2, row 3]");
        }
    }

    @Test
    void keepsEveryRowWrittenToRestoredDisksThoughTheRestoreIsRolledBack() {
        ground.carryOut(seen -> Doing.snapshot(seen, false)).write(TestApp.DB, "row 2");
        String before = ground.look();
        OperationId id = cutOff("before journal Committed", 1, Doing::restore);
        ground.write(TestApp.DB, "row 9");
        assertThat(engine().rollback(id)).isInstanceOf(Outcome.RolledBack.class);
        assertThat(ground.look())
                .contains(
                        "disk db/main assigned [row 1, row 2]",
                        "left of a rollback db/monday in the trash by rs [row 1, row 9]",
                        "left of a rollback files/monday in the trash by rs [file 1]");
        assertThatThrownBy(() -> RestorePlan.undo(ground.observe(), Doing.WEEK))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("there is nothing to undo");
        assertThat(before).doesNotContain("monday in the trash");
        ground.carryOut(Doing::restore).carryOut(seen -> RestorePlan.undo(seen, Doing.WEEK));
        assertThat(ground.look())
                .contains(
                        "disk db/main assigned [row 1, row 2]",
                        "disk db/monday-2 in the trash by un [row 1]");
    }

    @Test
    void canBeResumedOnceWhatStoodInTheWayOfAnUndoIsGone() {
        ground.carryOut(seen -> Doing.snapshot(seen, false)).write(TestApp.DB, "row 2");
        String before = ground.look();
        OperationId id = cutOff("after disk.assign db/monday", 1, Doing::restore);
        startEverything();
        assertThat(engine().rollback(id))
                .isInstanceOfSatisfying(
                        Outcome.Resumable.class, open -> assertThat(open.back()).isTrue());
        ground.stopContainers();
        assertThat(engine().resume(id)).isInstanceOf(Outcome.RolledBack.class);
        assertThat(ground.look()).isEqualTo(before);
    }

    @Test
    void neverDeletesADiskThatSomebodyElseMadeUnderTheSameName() {
        OperationId id = cutOff("before disk.ensure db/copy", 1, Doing::copy);
        DiskRef ref = new DiskRef(TestApp.ID, TestApp.DB, new DiskName("copy"));
        Drive foreign = new Drive(ref, new Source.Blank(), "cr-other", ground.state().tick());
        foreign.complete = true;
        foreign.bytes.add("precious");
        ground.state().drives.put(ref.toString(), foreign);
        assertThat(engine().rollback(id)).isInstanceOf(Outcome.RolledBack.class);
        assertThat(ground.look()).contains("disk db/copy [precious]");
    }

    @Test
    void neverPurgesADiskThatWasTakenOutOfTheTrashAfterItWasPlanned() {
        ground.carryOut(seen -> Doing.snapshot(seen, false)).carryOut(Doing::restore);
        Plan expire = DiskPlans.expire(ground.observe(), ground.observe().at().plus(Doing.WEEK));
        ground.carryOut(seen -> DiskPlans.undelete(seen, TestApp.DB, new DiskName("main")));
        assertThat(engine().run(expire))
                .isInstanceOfSatisfying(
                        Outcome.WorldChanged.class,
                        changed ->
                                assertThat(changed.differences())
                                        .containsExactly(
                                                new Difference(
                                                        "disk db/main",
                                                        "in the trash",
                                                        "present")));
        assertThat(ground.look()).contains("disk db/main [row 1]");
    }

    @Test
    void neverPurgesADiskThatWasTakenOutOfTheTrashWhileThePurgeWasCutOff() {
        ground.carryOut(seen -> Doing.snapshot(seen, false)).carryOut(Doing::restore);
        Plan expire = DiskPlans.expire(ground.observe(), ground.observe().at().plus(Doing.WEEK));
        OperationId id = cutOff("before disk.delete db/main", 1, _ -> expire);
        ground.state().drives.get("db/main").trash = null;
        assertThat(engine().resume(id))
                .isInstanceOfSatisfying(
                        Outcome.Resumable.class,
                        open ->
                                assertThat(open.cause())
                                        .extracting(cause -> cause.sentence())
                                        .isEqualTo(
                                                "disk db/main was taken out of the trash"
                                                        + " meanwhile"));
        assertThat(ground.look()).contains("disk db/main [row 1]");
    }

    @Test
    void letsOnlyOneOfTwoPlansForTheSameThingRun() {
        ground.carryOut(seen -> Doing.snapshot(seen, false)).write(TestApp.DB, "row 2");
        Plan first = Doing.restore(ground.observe());
        Plan second = Doing.restore(ground.observe());
        assertThat(engine().run(first)).isInstanceOf(Outcome.Completed.class);
        String after = ground.look();
        assertThat(engine().run(second))
                .isInstanceOfSatisfying(
                        Outcome.WorldChanged.class,
                        changed ->
                                assertThat(changed.differences())
                                        .contains(new Difference("disk of db", "main", "monday")));
        assertThat(ground.look()).isEqualTo(after);
    }

    @Test
    void refusesToStopContainersThatItWouldNotStartAgain() {
        Plan plan = RunPlans.restart(ground.observe(), List.of());
        ground.state().boxes.put("late-1", new Box("late-1", "db"));
        assertThat(engine().run(plan))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> {
                            assertThat(failed.cause().category()).isEqualTo("Conflict");
                            assertThat(failed.cause().sentence())
                                    .isEqualTo(
                                            "other instances run than when this was planned:"
                                                    + " [late-1]");
                        });
        assertThat(ground.look()).contains("db RUNNING");
    }

    @Test
    void callsASnapshotCleanOnlyIfEveryWriterIsKnownToHaveEndedCleanly() {
        OperationId id = cutOff("in a call", 1, seen -> Doing.snapshot(seen, false));
        Box killed =
                ground.state().boxes.values().stream()
                        .filter(box -> box.phase == Phase.EXITED)
                        .findFirst()
                        .orElseThrow();
        killed.exitCode = 137;
        assertThat(engine().resume(id)).isInstanceOf(Outcome.Completed.class);
        assertThat(ground.look()).contains("snapshot db@monday crash-group [row 1]");
    }

    @Test
    void refusesToAssignOverADiskThatCameFromElsewhere() {
        ground.carryOut(Doing::copy);
        OperationId id =
                cutOff(
                        "before disk.assign db/copy",
                        1,
                        seen -> DiskPlans.assign(seen, TestApp.DB, new DiskName("copy")));
        ground.state().drives.get("db/main").assigned = false;
        DiskRef ref = new DiskRef(TestApp.ID, TestApp.DB, new DiskName("other"));
        Drive other = new Drive(ref, new Source.Blank(), "", ground.state().tick());
        other.complete = true;
        other.assigned = true;
        ground.state().drives.put(ref.toString(), other);
        assertThat(engine().resume(id)).isNotInstanceOf(Outcome.Completed.class);
        assertThat(ground.state().drives.get("db/copy").assigned).isFalse();
    }

    private OperationId cutOff(String point, int times, Function<Observation, Plan> planner) {
        Plan plan = planner.apply(ground.observe());
        Trigger trigger = Trigger.atNamed(point, times);
        assertThatThrownBy(() ->
                        ground.engine(journals.of(trigger), trigger, new TreeMap<>()).run(plan))
                .isInstanceOf(Trigger.Death.class);
        ground.died();
        return journals.list().getLast();
    }

    private Engine engine() {
        return ground.engine(journals, Trigger.none(), new TreeMap<>());
    }

    private void startEverything() {
        ground.state().boxes.values().forEach(box -> box.phase = Phase.RUNNING);
    }
}
