package dev.kompox.operations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.failure.Category;
import dev.kompox.operations.event.Event;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.world.FakePlan;
import dev.kompox.operations.world.Rig;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineFailureTest {

    private static final Category FULL = new Category.Quota("space", null, null);

    @TempDir Path directory;
    private Rig rig;

    @BeforeEach
    void build() {
        rig = new Rig(directory);
        rig.world.put("r", "0");
    }

    @Test
    void undoesEverythingInReverseOrderWhenAStepFails() {
        rig.world.fail("make b", FULL);
        Outcome outcome =
                rig.run(new FakePlan().make("a").set("r", "0", "1", "make a").make("b", "set r 1"));
        assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
        assertThat(rig.world.calls())
                .containsExactly(
                        "make a", "set r=1", "make b", "find b", "set r=0", "find a", "remove a");
        assertThat(rig.world.things()).isEmpty();
        assertThat(rig.world.registers()).containsEntry("r", "0");
        assertThat(rig.records())
                .endsWith(
                        "failed make b #1 last",
                        "rolling back",
                        "undone make b",
                        "undone set r 1",
                        "undone make a",
                        "ended ROLLED_BACK");
        assertThat(rig.events).filteredOn(Event.Undone.class::isInstance).hasSize(3);
        assertThat(rig.events).filteredOn(Event.Failed.class::isInstance).hasSize(1);
    }

    @Test
    void undoesWhatSucceededBesideWhatFailed() {
        rig.world.fail("make b", FULL);
        rig.run(new FakePlan().make("a").make("b").make("c"));
        assertThat(rig.world.calls()).contains("make a", "make c");
        assertThat(rig.world.things()).isEmpty();
        assertThat(rig.records()).contains("result make a", "result make c");
    }

    @Test
    void neverTouchesStepsThatWereNotBegun() {
        rig.world.fail("make a", FULL);
        rig.run(new FakePlan().make("a").set("r", "wrong", "1", "make a"));
        assertThat(rig.world.registers()).containsEntry("r", "0");
        assertThat(rig.world.calls()).containsExactly("make a", "find a");
    }

    @Test
    void skipsTheUndoOfStepsThatChangedNothing() {
        rig.world.fail("make b", FULL);
        rig.run(new FakePlan().setForgettably("r", "1").make("b", "set r 1"));
        assertThat(rig.world.registers()).containsEntry("r", "1");
        assertThat(rig.records()).contains("undone set r 1");
        assertThat(rig.events)
                .filteredOn(Event.Undone.class::isInstance)
                .extracting(event -> ((Event.Undone) event).title())
                .containsExactly("title of make b");
    }

    @Test
    void keepsWhatWasDoneIfThePlanSaysSo() {
        rig.world.fail("make b", FULL);
        Outcome outcome = rig.run(new FakePlan().make("a").make("b", "make a").stay());
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> {
                            assertThat(failed.cause().sentence()).isEqualTo("make b failed");
                            assertThat(failed.cause().remedy()).isEqualTo("mend make b");
                        });
        assertThat(rig.world.things()).containsOnlyKeys("a");
        assertThat(rig.records()).endsWith("failed make b #1 last", "ended FAILED");
    }

    @Test
    void neverGoesBackAfterTheCommitPoint() {
        rig.world.fail("set r=1", FULL);
        Outcome outcome = rig.run(new FakePlan().make("a").commit().set("r", "0", "1"));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Resumable.class,
                        open -> {
                            assertThat(open.committed()).isTrue();
                            assertThat(open.back()).isFalse();
                            assertThat(open.done()).containsExactly("title of make a");
                            assertThat(open.next()).isEqualTo("title of set r 1");
                            assertThat(open.cause()).isNotNull();
                        });
        OperationId id = ((Outcome.Resumable) outcome).operation();
        assertThatThrownBy(() -> rig.engine().rollback(id))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "operation " + id + " has passed its commit point and can only go forward")
                .extracting(e -> ((Refusal) e).remedy())
                .isEqualTo("kompox operation resume " + id);
        assertThat(rig.world.things()).containsOnlyKeys("a");
        assertThat(rig.engine().resume(id)).isInstanceOf(Outcome.Completed.class);
        assertThat(rig.world.registers()).containsEntry("r", "1");
        assertThat(rig.records()).doesNotContain("rolling back").endsWith("ended COMPLETED");
    }

    @Test
    void rollsBackWhenAStepHasADefect() {
        rig.world.fail("make b", new IllegalStateException("impossible"));
        assertThat(rig.run(new FakePlan().make("a").make("b", "make a")))
                .isInstanceOfSatisfying(
                        Outcome.RolledBack.class,
                        back ->
                                assertThat(back.cause())
                                        .extracting(FailureReport::sentence)
                                        .isEqualTo("step make b failed: impossible"));
        assertThat(rig.world.things()).isEmpty();
    }

    @Test
    void namesADefectWithoutMessage() {
        rig.world.fail("make b", new NullPointerException());
        assertThat(rig.run(new FakePlan().make("b").stay()))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed ->
                                assertThat(failed.cause().sentence())
                                        .isEqualTo(
                                                "step make b failed:"
                                                        + " java.lang.NullPointerException"));
    }

    @Test
    void reportsAStepThatAsksForWhatItDoesNotNeed() {
        assertThat(rig.run(new FakePlan().make("a").makeAfter("b", "set x", "make a").stay()))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed ->
                                assertThat(failed.cause().sentence())
                                        .contains("asks for the result of set x"));
    }

    @Test
    void refusesAPlanWithAnUnknownStepBeforeAnythingIsDone() {
        FakePlan plan =
                new FakePlan()
                        .make("a")
                        .add("fly", "teleport", Fields.NONE, PlannedStep.Reversal.UNDO);
        assertThatThrownBy(() -> rig.run(plan))
                .isInstanceOf(Refusal.class)
                .hasMessage("step fly is of type \"teleport\", which this version does not know")
                .extracting(e -> ((Refusal) e).remedy())
                .isEqualTo(
                        "Use the version of Kompox that began the operation:"
                                + " kompox operation list");
        assertThat(rig.journals.list()).isEmpty();
        assertThat(rig.world.calls()).isEmpty();
    }
}
