package dev.kompox.operations.step;

import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Let an app be started here again that had moved away; undo keeps it from that as before.
 *
 * <p>Arguments: {@code reason} (where the app lives if this is undone; absent if it never left
 * here). Result: nothing.
 */
public final class UnsealApp implements StepType {

    /** The name of this type. */
    public static final String NAME = "app.unseal";

    private final Place place;

    /** Work at a place. */
    public UnsealApp(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        Journey.moves(place).unseal(place.workload(), context.call());
        return Fields.NONE;
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        return Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        String reason = context.arguments().stringOrNull("reason");
        if (reason != null) {
            Journey.moves(place).seal(place.workload(), reason, context.call());
        }
    }
}
