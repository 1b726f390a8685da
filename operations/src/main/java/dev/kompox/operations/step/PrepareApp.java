package dev.kompox.operations.step;

import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fetch what the app will need to start, such as images, while nobody waits for it. Nothing to
 * undo: an image more does no harm. Result: nothing.
 */
public final class PrepareApp implements StepType {

    /** The name of this type. */
    public static final String NAME = "app.prepare";

    private final Place place;

    /** Work at a place. */
    public PrepareApp(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        place.runtime().prepare(place.workload(), context.call());
        return Fields.NONE;
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        return Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {}
}
