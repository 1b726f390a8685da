package dev.kompox.operations.step;

import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Take the snapshots of a restore point of an app that is not writing; undo deletes them.
 *
 * <p>Arguments: {@code snapshot}, {@code disks} (each {@code VOLUME/NAME}), {@code consistency},
 * {@code stop} (the step that stopped the app, or absent), {@code awaitedLater}. If that step had
 * to kill an instance, the set is marked {@code crash-group}: all at one instant, but not a clean
 * shutdown. Result: {@code bytes}, {@code consistency}.
 */
public final class TakeSnapshot implements StepType {

    /** The name of this type. */
    public static final String NAME = "snapshot.take";

    private final SnapshotSet set;

    /** Work at a place. */
    public TakeSnapshot(Place place) {
        this.set = new SnapshotSet(place);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        return set.take(context, consistency(context));
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        return set.find(context);
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        set.delete(context);
    }

    private static Consistency consistency(StepContext context) {
        Consistency planned = Consistency.ofWord(context.arguments().string("consistency"));
        String stop = context.arguments().stringOrNull("stop");
        if (stop == null) {
            return planned;
        }
        // a rebuilt journal may not know how the app stopped
        Fields stopped = context.resultOf(new StepId(stop));
        boolean clean = stopped.has("killed") && stopped.strings("killed").isEmpty();
        return clean ? planned : Consistency.CRASH_GROUP;
    }
}
