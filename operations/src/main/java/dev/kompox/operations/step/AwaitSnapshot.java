package dev.kompox.operations.step;

import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Wait until the snapshots of a restore point can be used, at places where that takes time after
 * they are taken; the app runs meanwhile. There is nothing to undo.
 *
 * <p>Arguments: {@code snapshot}. Result: {@code bytes}, {@code consistency}.
 */
public final class AwaitSnapshot implements StepType {

    /** The name of this type. */
    public static final String NAME = "snapshot.await";

    private final SnapshotSet set;

    /** Work at a place. */
    public AwaitSnapshot(Place place) {
        this.set = new SnapshotSet(place);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        return set.await(context);
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        // waiting again costs one look where there is nothing to wait for
        return Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        // it changes nothing
    }
}
