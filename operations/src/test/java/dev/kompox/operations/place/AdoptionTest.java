package dev.kompox.operations.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.runtime.Slot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.operations.engine.OperationId;
import dev.kompox.operations.engine.Outcome;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.journal.JournalRecord;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.plan.RestorePlan;
import dev.kompox.operations.plan.SnapshotDeletePlan;
import dev.kompox.operations.plan.SnapshotPlan;
import dev.kompox.operations.sweep.Doing;
import dev.kompox.operations.world.MemoryDirectory;
import dev.kompox.operations.world.MemoryJournals;
import dev.kompox.operations.world.TestApp;
import dev.kompox.operations.world.Trigger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has happened is found in the world and not done again; what is half done is. */
class AdoptionTest {

    @TempDir(factory = MemoryDirectory.class)
    Path directory;

    private MemoryGround ground;
    private MemoryJournals journals;

    @BeforeEach
    void build() {
        ground = MemoryGround.running(directory);
        ground.carryOut(seen -> point(seen, "sunday"));
        journals = new MemoryJournals();
    }

    @Test
    void adoptsAStop() {
        expectAdopted("after stop", 1, "app.stop", seen -> Doing.snapshot(seen, false));
    }

    @Test
    void adoptsASetOfSnapshots() {
        expectAdopted("after snapshot.await", 1, "snapshot.take", this::monday);
    }

    @Test
    void takesAHalfTakenSetAgain() {
        expectRepeated("in a call", 4, "snapshot.take", this::monday);
    }

    @Test
    void adoptsADisk() {
        expectAdopted("after disk.ensure db/copy", 1, "disk.create db", Doing::copy);
    }

    @Test
    void completesAHalfMadeDisk() {
        expectRepeated("in a call", 2, "disk.create db", Doing::copy);
    }

    @Test
    void adoptsTheOwnershipRecord() {
        ground.carryOut(this::monday);
        expectAdopted("after record.swap", 1, "owner.write", Doing::restore);
    }

    @Test
    void writesTheOwnershipRecordThatWasNotWritten() {
        ground.carryOut(this::monday);
        expectRepeated("before record.swap", 1, "owner.write", Doing::restore);
    }

    @Test
    void adoptsADiskInTheTrash() {
        ground.carryOut(this::monday);
        expectAdopted("after disk.delete db/main", 1, "disk.trash db", Doing::restore);
    }

    @Test
    void adoptsADiskTakenOutOfTheTrash() {
        ground.carryOut(this::monday).carryOut(Doing::restore);
        expectAdopted(
                "after disk.undelete db/main",
                1,
                "disk.undelete db",
                seen -> RestorePlan.undo(seen, Doing.WEEK));
    }

    @Test
    void adoptsTheDeletionOfARestorePoint() {
        ground.carryOut(this::monday);
        Function<Observation, Plan> delete = seen -> SnapshotDeletePlan.of(seen, monday());
        expectAdopted("after snapshot.delete", 1, "snapshot.delete monday", delete);
        assertThat(ground.look()).contains("db@sunday").doesNotContain("monday");
    }

    @Test
    void takesAFrozenSetAgainWhenTheAppThawedInBetween() {
        OperationId id = cutOff("in a call", 4, seen -> Doing.snapshot(seen, true));
        assertThat(ground.look()).contains("snapshot db@monday frozen [row 1]");
        ground.write(TestApp.DB, "row 2");
        assertThat(resume(id)).isInstanceOf(Outcome.Completed.class);
        assertThat(ground.look()).contains("snapshot db@monday frozen [row 1, row 2]");
    }

    @Test
    void bringsUpServicesWithoutVolumesWhenADestroyIsRolledBack() {
        SequencedMap<VolumeName, Slot> slots = new LinkedHashMap<>();
        slots.put(TestApp.DB, new Slot.EngineVolume("shop_db", false));
        ground = MemoryGround.up(new MemoryGround(directory, TestApp.with(slots)));
        String before = ground.look();
        OperationId id = cutOff("before journal Ended", 1, Doing::destroy);
        assertThat(ground.look()).doesNotContain("RUNNING");
        assertThat(ground.engine(journals, Trigger.none(), new TreeMap<>()).rollback(id))
                .isInstanceOf(Outcome.RolledBack.class);
        assertThat(ground.look()).isEqualTo(before).contains("web RUNNING");
    }

    private Plan monday(Observation seen) {
        return point(seen, "monday");
    }

    private static List<SnapshotName> monday() {
        return List.of(Doing.POINT);
    }

    private static Plan point(Observation seen, String name) {
        return SnapshotPlan.of(
                seen,
                new SnapshotPlan.Wish(
                        new SnapshotName(name), List.of(), false, Duration.ofMinutes(1)));
    }

    private void expectAdopted(
            String point, int times, String step, Function<Observation, Plan> planner) {
        assertThat(adopted(point, times, step, planner)).isTrue();
    }

    private void expectRepeated(
            String point, int times, String step, Function<Observation, Plan> planner) {
        assertThat(adopted(point, times, step, planner)).isFalse();
    }

    private boolean adopted(
            String point, int times, String step, Function<Observation, Plan> planner) {
        OperationId id = cutOff(point, times, planner);
        assertThat(resume(id)).isInstanceOf(Outcome.Completed.class);
        return journals.read(id).records().stream()
                .filter(JournalRecord.Result.class::isInstance)
                .map(JournalRecord.Result.class::cast)
                .filter(result -> result.step().value().equals(step))
                .findFirst()
                .orElseThrow()
                .adopted();
    }

    private Outcome resume(OperationId id) {
        return ground.engine(journals, Trigger.none(), new TreeMap<>()).resume(id);
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
}
