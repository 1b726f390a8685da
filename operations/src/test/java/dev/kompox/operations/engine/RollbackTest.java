package dev.kompox.operations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.failure.Category;
import dev.kompox.operations.event.Event;
import dev.kompox.operations.journal.JournalRecord;
import dev.kompox.operations.world.FakePlan;
import dev.kompox.operations.world.Rig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackTest {

    @TempDir Path directory;
    private Rig rig;
    private FakePlan plan;

    @BeforeEach
    void build() {
        rig = new Rig(directory);
        rig.world.put("r", "0");
        plan = new FakePlan().make("a").set("r", "0", "1", "make a").make("b", "set r 1");
    }

    @Test
    void undoesWhatACutOffOperationDid() {
        OperationId id = rig.runUntil("after set r=1", plan);
        assertThat(rig.engine().rollback(id))
                .isInstanceOfSatisfying(
                        Outcome.RolledBack.class,
                        back -> {
                            assertThat(back.cause()).isNull();
                            assertThat(back.operation()).isEqualTo(id);
                        });
        assertThat(rig.world.things()).isEmpty();
        assertThat(rig.world.registers()).containsEntry("r", "0");
        assertThat(rig.records())
                .endsWith("rolling back", "undone set r 1", "undone make a", "ended ROLLED_BACK");
    }

    @Test
    void undoesAStepWhoseResultWasNeverWritten() {
        OperationId id = rig.runUntil("before make b", plan);
        assertThat(rig.engine().rollback(id)).isInstanceOf(Outcome.RolledBack.class);
        assertThat(rig.world.things()).isEmpty();
        assertThat(rig.records()).contains("undone make b");
    }

    @Test
    void retriesAnUndoThatMaySucceed() {
        OperationId id = rig.runUntil("after make b", plan);
        Category slow = new Category.Throttled(Duration.ofSeconds(50));
        rig.world.fail("remove a", slow).lose("remove b").fail("set r=0", new Category.Transient());
        assertThat(rig.engine().rollback(id)).isInstanceOf(Outcome.RolledBack.class);
        assertThat(rig.time.pauses()).hasSize(3).contains(Duration.ofSeconds(50));
        assertThat(rig.world.things()).isEmpty();
    }

    @Test
    void givesAnUndoUpAfterItsLastAttempt() {
        OperationId id = rig.runUntil("after make b", plan);
        for (int i = 0; i < 6; i++) {
            rig.world.fail("set r=0", new Category.Transient());
        }
        assertThat(rig.engine().rollback(id)).isInstanceOf(Outcome.Resumable.class);
        assertThat(rig.time.pauses()).hasSize(5);
    }

    @Test
    void refusesToTouchAnOperationOfANewerVersion() {
        OperationId id = rig.runUntil("after make b", plan);
        rig.forgetSet();
        for (Runnable what :
                List.<Runnable>of(() -> rig.engine().rollback(id), () -> rig.engine().resume(id))) {
            assertThatThrownBy(what::run)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("is of type \"set\", which this version does not know");
        }
        assertThat(rig.records()).doesNotContain("rolling back");
    }

    @Test
    void keepsToTheBudgetOfItsPauses() {
        OperationId id = rig.runUntil("after make b", plan);
        Category slow = new Category.Throttled(Duration.ofMinutes(3));
        rig.world.fail("remove b", slow).fail("remove a", slow);
        assertThat(rig.engine().rollback(id)).isInstanceOf(Outcome.Resumable.class);
        assertThat(rig.time.pauses()).containsExactly(Duration.ofMinutes(3));
    }

    @Test
    void stopsAtAnUndoThatFailsAndGoesOnFromThere() {
        OperationId id = rig.runUntil("after make b", plan);
        rig.world.fail("set r=0", new Category.InUse(List.of("container x")));
        assertThat(rig.engine().rollback(id))
                .isInstanceOfSatisfying(
                        Outcome.Resumable.class,
                        open -> {
                            assertThat(open.back()).isTrue();
                            assertThat(open.committed()).isFalse();
                            assertThat(open.next()).isEqualTo("undo: title of set r 1");
                            assertThat(open.done())
                                    .containsExactly("title of make a", "title of set r 1");
                            assertThat(open.cause()).isNotNull();
                        });
        assertThat(rig.journals.only().getLast())
                .isInstanceOfSatisfying(
                        JournalRecord.Note.class,
                        note ->
                                assertThat(note.sentence())
                                        .isEqualTo("undoing set r 1 failed: set r=0 failed"));
        assertThat(rig.events)
                .filteredOn(Event.Failed.class::isInstance)
                .extracting(event -> ((Event.Failed) event).title())
                .containsExactly("undoing: title of set r 1");
        assertThat(rig.engine().resume(id)).isInstanceOf(Outcome.RolledBack.class);
        assertThat(rig.records().stream().filter("rolling back"::equals)).hasSize(1);
        assertThat(rig.world.calls().stream().filter("remove b"::equals)).hasSize(1);
        assertThat(rig.world.registers()).containsEntry("r", "0");
    }

    @Test
    void saysNothingOfAFailureWhenInterrupted() {
        OperationId id = rig.runUntil("after make b", plan);
        rig.world.fail("set r=0", new Category.Interrupted());
        assertThat(rig.engine().rollback(id)).isInstanceOf(Outcome.Resumable.class);
        assertThat(rig.events).filteredOn(Event.Failed.class::isInstance).isEmpty();
    }

    @Test
    void reportsAnUndoWithADefectInsteadOfThrowing() {
        OperationId id = rig.runUntil("after make b", plan);
        rig.world.fail("remove a", new IllegalStateException("impossible"));
        assertThat(rig.engine().rollback(id))
                .isInstanceOfSatisfying(
                        Outcome.Resumable.class,
                        open ->
                                assertThat(open.cause())
                                        .extracting(FailureReport::sentence)
                                        .isEqualTo("step make a failed: impossible"));
    }

    @Test
    void isAllowedAsLongAsTheEndIsNotWritten() {
        OperationId id = rig.runUntil("before journal Ended", plan);
        assertThat(rig.engine().rollback(id)).isInstanceOf(Outcome.RolledBack.class);
        assertThat(rig.world.things()).isEmpty();
    }

    @Test
    void isRefusedOnceTheOperationHasEnded() {
        OperationId id = ((Outcome.Completed) rig.engine().run(plan.plan())).operation();
        for (Runnable what :
                List.<Runnable>of(
                        () -> rig.engine().rollback(id),
                        () -> rig.engine().resume(id),
                        () -> rig.engine().abandon(id, "tired"))) {
            assertThatThrownBy(what::run)
                    .isInstanceOf(Refusal.class)
                    .hasMessage("operation " + id + " has ended: completed")
                    .extracting(e -> ((Refusal) e).remedy())
                    .isEqualTo("kompox operation show " + id);
        }
        assertThat(rig.world.things()).containsOnlyKeys("a", "b");
    }

    @Test
    void neverRemovesWhatSomebodyElseMade() {
        OperationId id = rig.runUntil("before make b", plan);
        rig.world.putThing("b", "somebody");
        assertThat(rig.engine().rollback(id)).isInstanceOf(Outcome.RolledBack.class);
        assertThat(rig.world.things()).containsExactly(Map.entry("b", "somebody"));
    }
}
