package dev.kompox.operations.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.failure.Category;
import dev.kompox.operations.engine.Engine;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.world.FakePlan;
import dev.kompox.operations.world.MemoryDirectory;
import dev.kompox.operations.world.MemoryJournals;
import dev.kompox.operations.world.Rig;
import dev.kompox.operations.world.Trigger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeSweepTest {

    private static final long SEED = 20260301;

    @TempDir(factory = MemoryDirectory.class)
    Path directory;

    @Test
    void everyKillOfAPlanWithWavesAndCommitPointEndsWell() {
        KillSweep.Report report =
                new KillSweep("of a fake plan", () -> new Fake(whole(), rig -> {}))
                        .run(Most.of(4000), SEED);
        assertThat(report.points()).isGreaterThan(30);
    }

    @Test
    void lostAnswersAndThrottlingMakeNoDifference() {
        Consumer<Rig> faults =
                rig ->
                        rig.world
                                .lose("make a")
                                .lose("set r=1")
                                .lose("remove old")
                                .fail("make b", new Category.Throttled(Duration.ofSeconds(5)))
                                .fail("find a", new Category.Transient());
        KillSweep.Report report =
                new KillSweep("of a fake plan with faults", () -> new Fake(whole(), faults))
                        .run(Most.of(2000), SEED);
        assertThat(report.kills()).isGreaterThan(80);
    }

    /** A sweep that finds nothing proves something only if it can find something. */
    @Test
    void findsAStepThatForgetsToUndo() {
        KillSweep sweep =
                new KillSweep(
                        "of a broken plan",
                        () ->
                                new Fake(
                                        new FakePlan()
                                                .setForgettably("r", "1")
                                                .make("a", "set r 1")
                                                .make("b")
                                                .make("c")
                                                .commit()
                                                .drop("old"),
                                        rig -> {}));
        assertThatThrownBy(() -> sweep.run(10, SEED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("of a broken plan, Case[first=");
    }

    private static FakePlan whole() {
        return new FakePlan()
                .make("a")
                .make("b")
                .set("r", "0", "1", "make a", "make b")
                .makeAfter("c", "make a", "make a", "set r 1")
                .commit()
                .drop("old", "make c")
                .assume("r", "0");
    }

    private final class Fake implements Swept {

        private final Rig rig = new Rig(directory);
        private final Plan plan;

        Fake(FakePlan plan, Consumer<Rig> faults) {
            this.plan = plan.plan();
            rig.world.put("r", "0").putThing("old", "somebody");
            faults.accept(rig);
        }

        @Override
        public Plan plan() {
            return plan;
        }

        @Override
        public Engine process(Trigger trigger) {
            return rig.engine(trigger);
        }

        @Override
        public MemoryJournals journals() {
            return rig.journals;
        }

        @Override
        public void died() {}

        @Override
        public void expectBefore() {
            assertThat(rig.world.things()).containsOnlyKeys("old");
            assertThat(rig.world.registers()).containsEntry("r", "0");
        }

        @Override
        public void expectAfter() {
            assertThat(rig.world.things()).containsOnlyKeys("a", "b", "c");
            assertThat(rig.world.things().values().stream().distinct()).hasSize(1);
            assertThat(rig.world.registers()).containsEntry("r", "1");
        }
    }
}
