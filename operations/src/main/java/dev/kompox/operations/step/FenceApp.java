package dev.kompox.operations.step;

import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keep the app's stopped instances from starting by themselves; undo lets them again. Result:
 * nothing.
 */
public final class FenceApp implements StepType {

    /** The name of this type. */
    public static final String NAME = "app.fence";

    private final Place place;

    /** Work at a place. */
    public FenceApp(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        Journey.moves(place).fence(place.workload(), context.call());
        return Fields.NONE;
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        return Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        Journey.moves(place).unfence(place.workload(), context.call());
    }
}
