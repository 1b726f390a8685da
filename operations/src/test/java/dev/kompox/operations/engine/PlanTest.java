package dev.kompox.operations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.operations.engine.PlannedStep.Reversal;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.world.FakePlan;
import dev.kompox.operations.world.FakeSteps;
import dev.kompox.operations.world.FakeWorld;
import dev.kompox.operations.world.Trigger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void refusesAStepThatNeedsALaterOne() {
        assertThatThrownBy(() -> new FakePlan().make("a", "make b").make("b").plan())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("make a needs a step that does not come before it");
        assertThatThrownBy(() -> new FakePlan().make("a", "make a").plan())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTwoStepsOfOneName() {
        assertThatThrownBy(() -> new FakePlan().make("a").make("a").plan())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two steps are called make a");
    }

    @Test
    void refusesWhatCannotBeUndoneBeforeTheCommitPoint() {
        assertThatThrownBy(() -> new FakePlan().drop("a").plan())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("drop a cannot be undone and stands before the commit point");
        assertThat(new FakePlan().make("b").commit().drop("a").plan().reversible()).hasSize(1);
    }

    @Test
    void refusesACommitPointOutsideThePlan() {
        Plan plan = new FakePlan().make("a").plan();
        for (int committed : new int[] {-1, 2}) {
            assertThatThrownBy(() ->
                            new Plan(
                                    "k",
                                    "kk",
                                    "t",
                                    "app",
                                    plan.steps(),
                                    committed,
                                    List.of(),
                                    List.of(),
                                    Plan.OnFailure.STAY))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the commit point is outside the plan");
        }
    }

    @Test
    void addsUpTheBytesItKnows() {
        List<PlannedStep> steps =
                List.of(step("a", Cost.ofBytes(5, 1)), step("b", new Cost(Duration.ZERO, -1)));
        Plan plan =
                new Plan(
                        "k", "kk", "t", "app", steps, 2, List.of(), List.of(), Plan.OnFailure.STAY);
        assertThat(plan.bytes()).isEqualTo(5);
        assertThat(plan.empty()).isFalse();
        assertThat(new FakePlan().plan().empty()).isTrue();
    }

    @Test
    void estimatesTimeFromBytes() {
        assertThat(Cost.ofBytes(3000, 1000)).isEqualTo(new Cost(Duration.ofSeconds(3), 3000));
        assertThat(Cost.ofBytes(0, 1000)).isEqualTo(Cost.NONE);
        assertThat(Cost.ofBytes(-1, 1000)).isEqualTo(new Cost(Duration.ZERO, -1));
        assertThat(Cost.ofTime(Duration.ofSeconds(1)))
                .isEqualTo(new Cost(Duration.ofSeconds(1), 0));
    }

    @Test
    void givesOtherPlansOtherHashes() {
        String hash = PlanCodec.hash(new FakePlan().make("a").plan());
        assertThat(hash).hasSize(64).matches("[0-9a-f]+");
        assertThat(PlanCodec.hash(new FakePlan().make("b").plan())).isNotEqualTo(hash);
        assertThat(PlanCodec.hash(new FakePlan().make("a").assume("r", "1").plan()))
                .isNotEqualTo(hash);
        assertThat(PlanCodec.hash(new FakePlan().make("a").plan())).isEqualTo(hash);
    }

    @Test
    void readsBackAssumptionsThatHoldThroughout() {
        Plan plan = new FakePlan().make("a").assume("r", "1").assumeThroughout("s", "2").plan();
        assertThat(PlanCodec.decode(PlanCodec.encode(plan))).isEqualTo(plan);
    }

    @Test
    void refusesABlankStepName() {
        assertThatThrownBy(() -> new StepId(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new StepId("a")).isLessThan(new StepId("b"));
    }

    @Test
    void refusesTwoStepTypesOfOneName() {
        FakeWorld world = new FakeWorld();
        StepType type =
                FakeSteps.of(world, Trigger.none())
                        .of(new FakePlan().make("a").plan().steps().getFirst());
        assertThat(new StepTypes(List.of(type)).of(step("make x", Cost.NONE))).isSameAs(type);
        assertThatThrownBy(() -> new StepTypes(List.of(type, type)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two step types are called make");
    }

    private static PlannedStep step(String id, Cost cost) {
        return new PlannedStep(
                new StepId(id),
                id,
                "test",
                "make",
                Fields.NONE,
                List.of(),
                cost,
                Reversal.UNDO,
                false);
    }
}
