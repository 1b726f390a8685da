package dev.kompox.operations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.failure.Category;
import dev.kompox.operations.event.Event;
import dev.kompox.operations.journal.JournalException;
import dev.kompox.operations.journal.JournalRecord;
import dev.kompox.operations.journal.JournalRecord.End;
import dev.kompox.operations.world.FakePlan;
import dev.kompox.operations.world.Rig;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSettleTest {

    @TempDir Path directory;
    private Rig rig;

    @BeforeEach
    void build() {
        rig = new Rig(directory);
    }

    @Test
    void refusesToBeginWhileACutOffOperationIsOpen() {
        OperationId id = rig.runUntil("after make a", new FakePlan().make("a"));
        refused(
                id,
                "Finish it: kompox operation resume "
                        + id
                        + "\nUndo it:   kompox operation rollback "
                        + id);
        assertThat(rig.world.things()).containsOnlyKeys("a");
        assertThat(rig.journals.list()).containsExactly(id);
        rig.engine().rollback(id);
        assertThat(rig.run(new FakePlan().make("x"))).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void offersOnlyToFinishWhatHasCommitted() {
        OperationId id =
                rig.runUntil(
                        "after journal Committed", new FakePlan().make("a").commit().make("b"));
        refused(id, "Finish it: kompox operation resume " + id);
    }

    @Test
    void offersOnlyToFinishWhatIsRollingBack() {
        OperationId id = rig.runUntil("after make a", new FakePlan().make("a"));
        rig.world.fail("remove a", new Category.Invalid());
        rig.engine().rollback(id);
        refused(id, "Finish it: kompox operation resume " + id);
    }

    @Test
    void givesUpWhatDoingTheSameAgainCompletes() {
        OperationId id =
                rig.runUntil("before make b", new FakePlan().make("a").make("b", "make a").stay());
        Outcome next = rig.run(new FakePlan().make("b"));
        assertThat(next).isInstanceOf(Outcome.Completed.class);
        assertThat(rig.journals.read(id).records().getLast())
                .isInstanceOfSatisfying(
                        JournalRecord.Ended.class,
                        ended -> {
                            assertThat(ended.end()).isEqualTo(End.ABANDONED);
                            assertThat(ended.sentence())
                                    .isEqualTo(
                                            "followed by operation "
                                                    + ((Outcome.Completed) next).operation());
                        });
    }

    @Test
    void givesUpWhatNeverBegan() {
        OperationId id = rig.runUntil("after journal header", new FakePlan().make("a"));
        assertThat(rig.run(new FakePlan().make("a"))).isInstanceOf(Outcome.Completed.class);
        assertThat(rig.engine().unfinished()).isEmpty();
        assertThatThrownBy(() -> rig.engine().resume(id))
                .isInstanceOf(Refusal.class)
                .hasMessage("operation " + id + " has ended: abandoned");
    }

    @Test
    void abandonsWithoutTouchingAnything() {
        OperationId id = rig.runUntil("after make a", new FakePlan().make("a").make("b"));
        List<String> calls = rig.world.calls();
        rig.engine().abandon(id, "mended by hand");
        assertThat(rig.world.calls()).isEqualTo(calls);
        assertThat(rig.journals.only().getLast())
                .isEqualTo(
                        new JournalRecord.Ended(rig.time.now(), End.ABANDONED, "mended by hand"));
        assertThat(rig.engine().unfinished()).isEmpty();
    }

    @Test
    void listsWhatIsUnfinishedOfThisAppOnly() {
        OperationId id = rig.runUntil("after make a", new FakePlan().make("a"));
        assertThat(rig.engine().unfinished())
                .singleElement()
                .satisfies(replay -> {
                    assertThat(replay.header().operation()).isEqualTo(id);
                    assertThat(replay.begun()).isTrue();
                });
        assertThat(rig.engineOf("app-2").unfinished()).isEmpty();
        assertThat(rig.engineOf("app-2").run(new FakePlan().make("z").plan()))
                .isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void seesOtherJournalsThoughOneIsDamaged() {
        OperationId id = rig.runUntil("after make a", new FakePlan().make("a"));
        OperationId damaged = new OperationId("aa-00000");
        rig.journals.damage(damaged);
        assertThat(rig.engine().unfinished())
                .extracting(replay -> replay.header().operation())
                .containsExactly(id);
        assertThatThrownBy(() -> rig.engine().resume(damaged)).isInstanceOf(JournalException.class);
        rig.engine().rollback(id);
        assertThat(rig.events).filteredOn(Event.Warned.class::isInstance).isEmpty();
        assertThat(rig.run(new FakePlan().make("x"))).isInstanceOf(Outcome.Completed.class);
        assertThat(rig.events)
                .filteredOn(Event.Warned.class::isInstance)
                .extracting(event -> ((Event.Warned) event).sentence())
                .containsExactly(
                        "operation aa-00000 may be unfinished: journal aa-00000 cannot be"
                                + " read. look");
    }

    private void refused(OperationId id, String remedy) {
        assertThatThrownBy(() -> rig.run(new FakePlan().make("x")))
                .isInstanceOf(Refusal.class)
                .hasMessage("operation " + id + " (do it) was interrupted and is not finished")
                .extracting(e -> ((Refusal) e).remedy())
                .isEqualTo(remedy);
    }
}
