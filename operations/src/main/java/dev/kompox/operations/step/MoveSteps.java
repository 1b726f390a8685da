package dev.kompox.operations.step;

import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.engine.StepTypes;
import dev.kompox.operations.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * List every type of step that a move uses: those of an app at the source, the same at the target
 * under names that begin with {@code target.}, and those that know both.
 */
public final class MoveSteps {

    private MoveSteps() {}

    /** Return the types, working between two places. */
    public static StepTypes between(Journey journey) {
        List<StepType> types = new ArrayList<>(AppSteps.list(journey.source()));
        types.addAll(own(journey.source()));
        AppSteps.list(journey.target()).forEach(type -> types.add(new AtTarget(type)));
        own(journey.target()).forEach(type -> types.add(new AtTarget(type)));
        types.add(new BringImages(journey));
        types.add(new SeedDisks(journey));
        types.add(new FinishDisks(journey));
        types.add(new CommitMove(journey));
        return new StepTypes(types);
    }

    private static List<StepType> own(Place place) {
        return List.of(
                new FenceApp(place),
                new SealApp(place),
                new UnsealApp(place),
                new StillStopped(place),
                new PrepareApp(place),
                new StartDark(place),
                new RecordOwner(place));
    }

    /** Return the name that a type has at the target. */
    public static String atTarget(String name) {
        return "target." + name;
    }

    /** A type of step, done at the target. */
    private record AtTarget(StepType type) implements StepType {

        @Override
        public String name() {
            return atTarget(type.name());
        }

        @Override
        public Fields run(StepContext context) {
            return type.run(context);
        }

        @Override
        public Optional<Fields> verify(StepContext context) {
            return type.verify(context);
        }

        @Override
        public void undo(StepContext context, @Nullable Fields result) {
            type.undo(context, result);
        }
    }
}
