package dev.kompox.operations.step;

import dev.kompox.driver.disk.Disk;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Take the assigned disk away from its volume; undo assigns it again.
 *
 * <p>Arguments: {@code volume}, {@code disk}. Result: nothing.
 */
public final class UnassignDisk implements StepType {

    /** The name of this type. */
    public static final String NAME = "disk.unassign";

    private final Place place;

    /** Work at a place. */
    public UnassignDisk(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        place.disks().unassign(place.disk(context), context.call());
        return Fields.NONE;
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        return Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        Optional<Disk> disk = place.disks().find(place.disk(context));
        if (disk.isPresent()) {
            place.disks().assign(place.disk(context), context.call());
        }
    }
}
