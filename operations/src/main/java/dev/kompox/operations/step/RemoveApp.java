package dev.kompox.operations.step;

import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remove the app's instances and networks, never a disk; undo brings the services up again that
 * ran.
 *
 * <p>Arguments: {@code orphans}, {@code ran} (the services that were alive when planned). Result:
 * nothing.
 */
public final class RemoveApp implements StepType {

    /** The name of this type. */
    public static final String NAME = "app.remove";

    private final Place place;

    /** Work at a place. */
    public RemoveApp(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        place.runtime()
                .remove(place.workload(), context.arguments().flag("orphans"), context.call());
        return Fields.NONE;
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        // networks may be left though the instances are gone; removing again costs little
        return Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        List<String> ran = context.arguments().strings("ran");
        if (!ran.isEmpty()) {
            Instances.bringUp(place, context, ran);
        }
    }
}
