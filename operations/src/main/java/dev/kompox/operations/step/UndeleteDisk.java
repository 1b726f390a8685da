package dev.kompox.operations.step;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.call.Token;
import dev.kompox.driver.disk.Deletion;
import dev.kompox.driver.disk.Disk;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Take a disk out of the trash; undo puts it back with the term it had, in the name of the
 * operation that had put it there, so that undoing that operation still finds all its disks.
 *
 * <p>Arguments: {@code volume}, {@code disk}, {@code until} and {@code by} (the term and the
 * operation when planned). Result: nothing.
 */
public final class UndeleteDisk implements StepType {

    /** The name of this type. */
    public static final String NAME = "disk.undelete";

    private final Place place;

    /** Work at a place. */
    public UndeleteDisk(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        place.disks().undelete(place.disk(context), context.call());
        return Fields.NONE;
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        return place.disks()
                .find(place.disk(context))
                .filter(disk -> disk.trash() == null)
                .map(_ -> Fields.NONE);
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        Optional<Disk> disk = place.disks().find(place.disk(context));
        if (disk.isPresent() && !disk.get().assigned()) {
            Instant until = Instant.parse(context.arguments().string("until"));
            Call call = context.call();
            Token token = new Token(context.arguments().string("by"), call.token().step());
            place.disks()
                    .delete(
                            place.disk(context),
                            new Deletion.ToTrash(until),
                            new Call(token, call.deadline(), call.time(), call.progress()));
        }
    }
}
