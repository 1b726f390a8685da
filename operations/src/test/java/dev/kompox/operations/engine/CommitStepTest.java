package dev.kompox.operations.engine;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.kompox.operations.engine.PlannedStep.Reversal;
import dev.kompox.operations.json.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A step that commits is the last before the commit point. */
class CommitStepTest {

    private static PlannedStep step(String id, Reversal reversal) {
        return new PlannedStep(
                new StepId(id), id, "", "type", Fields.NONE, List.of(), Cost.NONE, reversal, false);
    }

    private static Plan plan(int committed, PlannedStep... steps) {
        return new Plan(
                "move",
                "mv",
                "move",
                "/app/shop",
                List.of(steps),
                committed,
                List.of(),
                List.of(),
                Plan.OnFailure.ROLL_BACK);
    }

    @Test
    void mayStandRightBeforeThePoint() {
        assertThatNoException()
                .isThrownBy(() ->
                        plan(
                                2,
                                step("one", Reversal.UNDO),
                                step("two", Reversal.COMMITS),
                                step("three", Reversal.FINAL)));
    }

    @Test
    void mayStandNowhereElse() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(
                        () -> plan(2, step("one", Reversal.COMMITS), step("two", Reversal.UNDO)))
                .withMessage("one commits and is not the last step before the commit point");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(
                        () -> plan(1, step("one", Reversal.UNDO), step("two", Reversal.COMMITS)));
    }
}
