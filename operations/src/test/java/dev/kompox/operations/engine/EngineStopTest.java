package dev.kompox.operations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.operations.event.Event;
import dev.kompox.operations.world.FakePlan;
import dev.kompox.operations.world.Rig;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineStopTest {

    @TempDir Path directory;
    private Rig rig;

    @BeforeEach
    void build() {
        rig = new Rig(directory);
    }

    @Test
    void stopsBeforeTheNextStepAndGoesOnLater() {
        Plan plan = new FakePlan().make("a").make("b", "make a").plan();
        rig.world.whenCalled("make a", rig.stop::request);
        Outcome outcome = rig.engine().run(plan);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Resumable.class,
                        open -> {
                            assertThat(open.done()).containsExactly("title of make a");
                            assertThat(open.next()).isEqualTo("title of make b");
                            assertThat(open.cause()).isNull();
                            assertThat(open.committed()).isFalse();
                        });
        assertThat(rig.world.calls()).containsExactly("make a");
        rig.stop = new StopSignal();
        OperationId id = ((Outcome.Resumable) outcome).operation();
        assertThat(rig.engine().resume(id)).isInstanceOf(Outcome.Completed.class);
        assertThat(rig.world.calls()).containsExactly("make a", "make b");
    }

    @Test
    void doesNothingIfAskedToStopBeforeItBegins() {
        rig.stop.request();
        assertThat(rig.run(new FakePlan().make("a")))
                .isInstanceOfSatisfying(
                        Outcome.Resumable.class, open -> assertThat(open.done()).isEmpty());
        assertThat(rig.world.calls()).isEmpty();
        assertThat(rig.records()).containsExactly("header");
    }

    @Test
    void finishesWhatHasNoStepLeft() {
        rig.world.whenCalled("make a", rig.stop::request);
        assertThat(rig.run(new FakePlan().make("a"))).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void neitherRollsBackNorGivesUpWhenInterruptedInAStep() {
        rig.world.fail("make b", new Category.Interrupted());
        Outcome outcome = rig.run(new FakePlan().make("a").make("b", "make a"));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Resumable.class, open -> assertThat(open.cause()).isNotNull());
        assertThat(rig.world.things()).containsOnlyKeys("a");
        assertThat(rig.events).filteredOn(Event.Failed.class::isInstance).isEmpty();
        OperationId id = ((Outcome.Resumable) outcome).operation();
        assertThat(rig.engine().resume(id)).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void canBeResumedAfterAnInterruptWhileWaitingToTryAgain() {
        rig.world.whenCalled("make a", Thread.currentThread()::interrupt);
        rig.world.fail("make a", new Category.Transient());
        Outcome outcome = rig.run(new FakePlan().make("a"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Resumable.class,
                        open ->
                                assertThat(open.cause())
                                        .extracting(FailureReport::category)
                                        .isEqualTo("Interrupted"));
        assertThat(rig.engine().resume(((Outcome.Resumable) outcome).operation()))
                .isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void canBeResumedAfterAnInterruptWhileUndoing() {
        rig.world.fail("make b", new Category.Invalid());
        rig.world.whenCalled("remove a", Thread.currentThread()::interrupt);
        rig.world.fail("remove a", new DriverException(new Category.Transient(), "busy"));
        Outcome outcome = rig.run(new FakePlan().make("a").make("b", "make a"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Resumable.class, open -> assertThat(open.back()).isTrue());
        assertThat(rig.engine().resume(((Outcome.Resumable) outcome).operation()))
                .isInstanceOf(Outcome.RolledBack.class);
        assertThat(rig.world.things()).isEmpty();
    }
}
