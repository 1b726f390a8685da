package dev.kompox.operations.step;

import dev.kompox.driver.disk.Deletion;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Delete a disk for good. There is no undo, so it stands after the commit point.
 *
 * <p>Arguments: {@code volume}, {@code disk}, {@code trashed} (only if it is in the trash still).
 * Result: nothing.
 */
public final class PurgeDisk implements StepType {

    /** The name of this type. */
    public static final String NAME = "disk.purge";

    private final Place place;

    /** Work at a place. */
    public PurgeDisk(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        Optional<Disk> disk = place.disks().find(place.disk(context));
        if (context.arguments().flag("trashed") && disk.isPresent() && disk.get().trash() == null) {
            throw new DriverException(
                    new Category.Conflict("in the trash", "taken out of it"),
                    "disk " + disk.get().ref() + " was taken out of the trash meanwhile",
                    "kompox disk list");
        }
        place.disks().delete(place.disk(context), new Deletion.ForGood(), context.call());
        return Fields.NONE;
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        return place.disks().find(place.disk(context)).isEmpty()
                ? Optional.of(Fields.NONE)
                : Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        throw new IllegalStateException("a deleted disk does not come back");
    }
}
