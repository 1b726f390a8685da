package dev.kompox.operations.step;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.Frozen;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Freeze the app, take the snapshots of a restore point, thaw; undo deletes them. The freeze never
 * outlives this step: a watchdog thaws if this process dies or the limit passes, and snapshots
 * taken over a broken freeze are deleted.
 *
 * <p>Arguments: {@code snapshot}, {@code disks}, {@code limitSeconds}, {@code awaitedLater}.
 * Result: {@code bytes}, {@code consistency}, {@code heldMillis}.
 */
public final class TakeFrozenSnapshot implements StepType {

    /** The name of this type. */
    public static final String NAME = "snapshot.take-frozen";

    private final Place place;
    private final SnapshotSet set;

    /** Work at a place. */
    public TakeFrozenSnapshot(Place place) {
        this.place = place;
        this.set = new SnapshotSet(place);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        Duration limit = Duration.ofSeconds(context.arguments().number("limitSeconds"));
        Fields taken;
        Frozen.Thawed thawed;
        // what an earlier attempt left may have been copied across a thaw
        set.delete(context);
        try (Frozen frozen =
                place.runtime()
                        .freeze(place.workload(), set.disks(context), limit, context.call())) {
            taken = set.take(context, Consistency.FROZEN_GROUP);
            thawed = frozen.thaw();
        }
        if (!thawed.unbroken()) {
            set.delete(context);
            throw new DriverException(
                    new Category.Invalid(),
                    "the app was thawed after "
                            + limit.toSeconds()
                            + " s, before everything was copied",
                    "Allow more time: kompox snapshot create --frozen --freeze-limit "
                            + limit.toSeconds() * 4
                            + "s");
        }
        return Fields.of(
                "bytes", taken.number("bytes"),
                "consistency", taken.string("consistency"),
                "heldMillis", thawed.held().toMillis());
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        // complete snapshots do not tell whether the freeze held until they were
        return Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        set.delete(context);
    }
}
