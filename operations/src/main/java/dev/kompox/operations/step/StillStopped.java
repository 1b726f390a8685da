package dev.kompox.operations.step;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prove that no instance of the app runs, or has run since it was stopped. Changes nothing.
 *
 * <p>Arguments: {@code stop} (the id of the step that stopped it; absent if it did not run).
 * Result: {@code at}.
 */
public final class StillStopped implements StepType {

    /** The name of this type. */
    public static final String NAME = "app.still-stopped";

    private final Place place;

    /** Work at a place. */
    public StillStopped(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        List<InstanceState> instances = place.runtime().observe(place.workload()).instances();
        Instant since = since(context);
        for (InstanceState instance : instances) {
            Instant started = instance.startedAt();
            boolean again = since != null && started != null && started.isAfter(since);
            if (instance.alive() || again) {
                throw new DriverException(
                        new Category.InUse(List.of(instance.name())),
                        "somebody started "
                                + instance.name()
                                + " on "
                                + place.location()
                                + " again while the app was moving",
                        "See who does that, then move again");
            }
        }
        return Fields.of("at", context.call().time().now().toString());
    }

    private static @Nullable Instant since(StepContext context) {
        String stop = context.arguments().stringOrNull("stop");
        Fields result = stop == null ? null : context.results().get(new StepId(stop));
        String began = result == null ? null : result.stringOrNull("began");
        return began == null ? null : Instant.parse(began);
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        // an old proof proves nothing now
        return Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {}
}
