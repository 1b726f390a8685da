package dev.kompox.operations.step;

import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Make a disk the one that its volume finds; undo puts the former one back.
 *
 * <p>Arguments: {@code volume}, {@code disk}, {@code from} (the disk assigned when planned; absent
 * if none was). Result: nothing.
 */
public final class AssignDisk implements StepType {

    /** The name of this type. */
    public static final String NAME = "disk.assign";

    private final Place place;

    /** Work at a place. */
    public AssignDisk(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        Fields arguments = context.arguments();
        String wanted = arguments.string("disk");
        Optional<String> assigned = assigned(arguments.string("volume"));
        String from = arguments.stringOrNull("from");
        if (assigned.isPresent()
                && !assigned.get().equals(wanted)
                && !assigned.get().equals(from)) {
            throw new DriverException(
                    new Category.Conflict(String.valueOf(from), assigned.get()),
                    "volume "
                            + arguments.string("volume")
                            + " has disk "
                            + assigned.get()
                            + " and not "
                            + from
                            + ", as it had when this was planned",
                    "kompox disk list");
        }
        place.disks().assign(place.disk(arguments.string("volume"), wanted), context.call());
        return Fields.NONE;
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        // assigning again is what completes a half done exchange, so the driver is always asked
        return Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        Fields arguments = context.arguments();
        String from = arguments.stringOrNull("from");
        if (from == null) {
            DiskRef ref = place.disk(arguments.string("volume"), arguments.string("disk"));
            if (place.disks().find(ref).isPresent()) {
                place.disks().unassign(ref, context.call());
            }
        } else {
            place.disks().assign(place.disk(arguments.string("volume"), from), context.call());
        }
    }

    private Optional<String> assigned(String volume) {
        return place.disks().list(place.app()).stream()
                .filter(Disk::assigned)
                .filter(disk -> disk.ref().volume().value().equals(volume))
                .map(disk -> disk.ref().name().value())
                .findFirst();
    }
}
