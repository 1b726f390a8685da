package dev.kompox.operations.step;

import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Make sure that an app that has moved away cannot be started here by accident; undo takes that
 * back.
 *
 * <p>Arguments: {@code reason}. Result: nothing.
 */
public final class SealApp implements StepType {

    /** The name of this type. */
    public static final String NAME = "app.seal";

    private final Place place;

    /** Work at a place. */
    public SealApp(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        String reason = context.arguments().string("reason");
        Journey.moves(place).seal(place.workload(), reason, context.call());
        return Fields.NONE;
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        return Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        Journey.moves(place).unseal(place.workload(), context.call());
    }
}
