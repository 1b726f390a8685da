package dev.kompox.operations.step;

import dev.kompox.driver.disk.Deletion;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Put a disk into the trash; undo takes it out again.
 *
 * <p>Arguments: {@code volume}, {@code disk}, {@code keepSeconds}. Result: {@code until}.
 */
public final class TrashDisk implements StepType {

    /** The name of this type. */
    public static final String NAME = "disk.trash";

    private final Place place;

    /** Work at a place. */
    public TrashDisk(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        Duration keep = Duration.ofSeconds(context.arguments().number("keepSeconds"));
        Instant until = context.call().time().now().plus(keep);
        place.disks().delete(place.disk(context), new Deletion.ToTrash(until), context.call());
        return Fields.of("until", until.toString());
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        return place.disks()
                .find(place.disk(context))
                .flatMap(disk ->
                        disk.trash() == null
                                ? Optional.empty()
                                : Optional.of(Fields.of("until", disk.trash().until().toString())));
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        if (place.disks().find(place.disk(context)).isPresent()) {
            place.disks().undelete(place.disk(context), context.call());
        }
    }
}
