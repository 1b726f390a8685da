package dev.kompox.operations.step;

import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Delete the snapshots of a restore point for good. There is no undo, so it stands after the commit
 * point.
 *
 * <p>Arguments: {@code snapshot}. Result: nothing.
 */
public final class DeleteSnapshot implements StepType {

    /** The name of this type. */
    public static final String NAME = "snapshot.delete";

    private final Place place;

    /** Work at a place. */
    public DeleteSnapshot(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        place.snapshots().delete(place.app(), snapshot(context), context.call());
        return Fields.NONE;
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        return place.snapshots().list(place.app()).stream()
                        .noneMatch(one -> one.ref().name().equals(snapshot(context)))
                ? Optional.of(Fields.NONE)
                : Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        throw new IllegalStateException("a deleted snapshot does not come back");
    }

    private static SnapshotName snapshot(StepContext context) {
        return new SnapshotName(context.arguments().string("snapshot"));
    }
}
