package dev.kompox.operations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.operations.world.FakePlan;
import dev.kompox.operations.world.Rig;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineWorldChangedTest {

    @TempDir Path directory;
    private Rig rig;

    @BeforeEach
    void build() {
        rig = new Rig(directory);
        rig.world.put("r", "0").put("s", "same");
    }

    @Test
    void doesNothingOnAPlanOlderThanTheWorld() {
        Plan plan = new FakePlan().make("a").assume("r", "0").assume("s", "same").plan();
        rig.world.put("r", "9");
        Outcome outcome = rig.engine().run(plan);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.WorldChanged.class,
                        changed -> {
                            assertThat(changed.operation()).isNull();
                            assertThat(changed.plan()).isEqualTo(plan);
                            assertThat(changed.differences())
                                    .containsExactly(new Difference("r", "0", "9"));
                            assertThat(changed.differences().getFirst())
                                    .hasToString("r was 0 and is now 9");
                        });
        assertThat(rig.journals.list()).isEmpty();
        assertThat(rig.world.things()).isEmpty();
    }

    @Test
    void runsWhenEverythingIsAsAssumed() {
        FakePlan plan = new FakePlan().make("a").assume("r", "0").assume("gone", "absent");
        assertThat(rig.run(plan)).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void looksAgainWhenAFactCannotBeReadForAMoment() {
        rig.world.fail("get r", new Category.Transient()).fail("get r", new Category.Transient());
        assertThat(rig.run(new FakePlan().make("a").assume("r", "0")))
                .isInstanceOf(Outcome.Completed.class);
        assertThat(rig.time.pauses()).hasSize(2);
    }

    @Test
    void doesNothingIfAFactCannotBeRead() {
        for (int i = 0; i < 6; i++) {
            rig.world.fail("get r", new Category.Transient());
        }
        assertThatThrownBy(() -> rig.run(new FakePlan().make("a").assume("r", "0")))
                .isInstanceOf(DriverException.class)
                .hasMessage("get r failed");
        assertThat(rig.time.pauses()).hasSize(5);
        assertThat(rig.journals.list()).isEmpty();
        assertThat(rig.world.things()).isEmpty();
    }

    @Test
    void stopsLookingWhenInterrupted() {
        rig.world.whenCalled("get r", Thread.currentThread()::interrupt);
        rig.world.fail("get r", new Category.Transient());
        assertThatThrownBy(() -> rig.run(new FakePlan().make("a").assume("r", "0")))
                .isInstanceOfSatisfying(
                        DriverException.class,
                        failure ->
                                assertThat(failure.category())
                                        .isEqualTo(new Category.Interrupted()));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void checksAgainOnResumeIfNoStepHadBegun() {
        FakePlan plan = new FakePlan().make("a").assume("r", "0");
        OperationId id = rig.runUntil("after journal header", plan);
        rig.world.put("r", "9");
        assertThat(rig.engine().resume(id))
                .isInstanceOfSatisfying(
                        Outcome.WorldChanged.class,
                        changed -> assertThat(changed.operation()).isEqualTo(id));
        assertThat(rig.world.things()).isEmpty();
        rig.world.put("r", "0");
        assertThat(rig.engine().resume(id)).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void goesOnOnceItsOwnEffectsMayHaveChangedTheWorld() {
        FakePlan plan = new FakePlan().set("r", "0", "1").make("a", "set r 1").assume("r", "0");
        OperationId id = rig.runUntil("after set r=1", plan);
        assertThat(rig.engine().resume(id)).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void keepsCheckingWhatMustHoldThroughout() {
        FakePlan plan =
                new FakePlan()
                        .make("a")
                        .make("b", "make a")
                        .assume("r", "0")
                        .assumeThroughout("s", "same");
        OperationId id = rig.runUntil("after make a", plan);
        rig.world.put("r", "9").put("s", "other");
        assertThat(rig.engine().resume(id))
                .isInstanceOfSatisfying(
                        Outcome.WorldChanged.class,
                        changed ->
                                assertThat(changed.differences())
                                        .containsExactly(new Difference("s", "same", "other")));
        assertThat(rig.engine().rollback(id)).isInstanceOf(Outcome.RolledBack.class);
        assertThat(rig.world.things()).isEmpty();
    }

    @Test
    void goesForwardWhateverChangedOnceItHasCommitted() {
        FakePlan plan =
                new FakePlan().make("a").commit().make("b", "make a").assumeThroughout("s", "same");
        OperationId id = rig.runUntil("after journal Committed", plan);
        rig.world.put("s", "other");
        assertThat(rig.engine().resume(id)).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void goesBackWhateverChangedOnceItIsRollingBack() {
        FakePlan plan = new FakePlan().make("a").assumeThroughout("s", "same");
        OperationId id = rig.runUntil("after make a", plan);
        rig.world.fail("remove a", new Category.Invalid());
        assertThat(rig.engine().rollback(id)).isInstanceOf(Outcome.Resumable.class);
        rig.world.put("s", "other");
        assertThat(rig.engine().resume(id)).isInstanceOf(Outcome.RolledBack.class);
    }
}
