package dev.kompox.operations.step;

import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.Deletion;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskSpec;
import dev.kompox.driver.disk.DiskState;
import dev.kompox.driver.disk.Source;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Make a disk; undo deletes it for good, unless the app was started on it: then it goes into the
 * trash, for what was written to it since is nowhere else.
 *
 * <p>Arguments: {@code volume}, {@code disk}, {@code source} (see {@link SourceText}), {@code size}
 * in bytes or absent, {@code class} or absent, {@code startedBy} (the step that starts the app on
 * it) and {@code keepSeconds} (how long it stays in the trash then), both or none. Result: {@code
 * native}.
 */
public final class CreateDisk implements StepType {

    /** The name of this type. */
    public static final String NAME = "disk.create";

    private final Place place;

    /** Work at a place. */
    public CreateDisk(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        Fields arguments = context.arguments();
        ByteSize size = arguments.has("size") ? new ByteSize(arguments.number("size")) : null;
        Source source = SourceText.parse(place.app(), arguments.string("source"));
        DiskSpec spec =
                new DiskSpec(
                        place.disk(context),
                        size,
                        place.location(),
                        arguments.stringOrNull("class"),
                        source);
        return result(place.disks().ensure(spec, context.call()));
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        return place.disks()
                .find(place.disk(context))
                .filter(disk -> disk.state() instanceof DiskState.Available)
                .filter(disk -> own(context, disk))
                .map(CreateDisk::result);
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        // a disk that somebody else made under this name is not ours to delete
        if (place.disks()
                .find(place.disk(context))
                .filter(disk -> own(context, disk))
                .isPresent()) {
            place.disks().delete(place.disk(context), deletion(context), context.call());
        }
    }

    private static Deletion deletion(StepContext context) {
        String start = context.arguments().stringOrNull("startedBy");
        if (start == null || !context.begun().contains(new StepId(start))) {
            return new Deletion.ForGood();
        }
        Duration keep = Duration.ofSeconds(context.arguments().number("keepSeconds"));
        return new Deletion.ToTrash(context.call().time().now().plus(keep));
    }

    private static boolean own(StepContext context, Disk disk) {
        String operation = context.call().token().operation();
        return operation.equals(disk.tags().get("kompox.dev/operation"));
    }

    private static Fields result(Disk disk) {
        return Fields.of("native", disk.nativeId());
    }
}
