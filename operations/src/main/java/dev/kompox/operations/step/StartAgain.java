package dev.kompox.operations.step;

import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Start the instances again that an earlier step stopped; undo stops them.
 *
 * <p>Arguments: {@code services}, {@code instances}. Result: nothing.
 */
public final class StartAgain implements StepType {

    /** The name of this type. */
    public static final String NAME = "app.start-again";

    private final Place place;

    /** Work at a place. */
    public StartAgain(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        Instances.startAgain(place, context);
        return Fields.NONE;
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        // alive is not yet healthy: running it again waits for health and starts nothing twice
        return Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        place.runtime()
                .stop(place.workload(), context.arguments().strings("services"), context.call());
    }
}
