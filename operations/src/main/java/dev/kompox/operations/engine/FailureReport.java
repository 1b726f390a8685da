package dev.kompox.operations.engine;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import org.jspecify.annotations.Nullable;

/**
 * Say which step failed and why.
 *
 * @param step the step
 * @param title what it was doing, for people
 * @param category the kind of failure, one word
 * @param sentence what failed and why
 * @param remedy the command or edit that mends it, or null
 */
public record FailureReport(
        StepId step, String title, String category, String sentence, @Nullable String remedy) {

    static FailureReport of(PlannedStep step, DriverException e) {
        return new FailureReport(
                step.id(), step.title(), word(e.category()), e.sentence(), e.remedy());
    }

    private static String word(Category category) {
        return category.getClass().getSimpleName();
    }
}
