package dev.kompox.operations.engine;

import dev.kompox.driver.failure.DriverException;
import dev.kompox.operations.json.Fields;
import java.time.Duration;
import java.util.Objects;

/** Say how one attempt of one step went. */
sealed interface Attempt {

    /** It has happened: now, or, if {@code adopted}, before. */
    record Happened(Fields result, boolean adopted, Duration took) implements Attempt {
        public Happened {
            Objects.requireNonNull(result, "a step returns a result");
        }
    }

    /** It failed. */
    record Broken(PlannedStep step, DriverException failure) implements Attempt {}
}
