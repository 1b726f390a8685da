package dev.kompox.operations.world;

import dev.kompox.operations.engine.Facts;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.engine.StepTypes;
import dev.kompox.operations.json.Fields;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types of steps that change a {@link FakeWorld}. */
public final class FakeSteps {

    private FakeSteps() {}

    /** Return all types, as a process has them that a trigger kills. */
    public static StepTypes of(FakeWorld world, Trigger trigger) {
        return new StepTypes(
                List.of(
                        new Make(world, trigger),
                        new Set(world, trigger),
                        new Drop(world, trigger)));
    }

    /** Return the types of an older version, which cannot set registers. */
    public static StepTypes older(FakeWorld world, Trigger trigger) {
        return new StepTypes(List.of(new Make(world, trigger), new Drop(world, trigger)));
    }

    /** Return the registers as facts. */
    public static Facts facts(FakeWorld world, Trigger trigger) {
        return fact -> world.get(trigger, fact);
    }

    private static String name(StepContext context) {
        return context.arguments().string("name");
    }

    /** Makes the thing {@code name}; needs what the step {@code after} made, if it names one. */
    record Make(FakeWorld world, Trigger trigger) implements StepType {

        @Override
        public String name() {
            return "make";
        }

        @Override
        public Fields run(StepContext context) {
            String after = context.arguments().stringOrNull("after");
            String suffix =
                    after == null
                            ? ""
                            : " after " + context.resultOf(new StepId(after)).string("made");
            world.make(trigger, FakeSteps.name(context), context.call().token().operation());
            return Fields.of("made", FakeSteps.name(context) + suffix);
        }

        @Override
        public Optional<Fields> verify(StepContext context) {
            return own(context)
                    ? Optional.of(Fields.of("made", FakeSteps.name(context)))
                    : Optional.empty();
        }

        @Override
        public void undo(StepContext context, @Nullable Fields result) {
            if (own(context)) {
                world.remove(trigger, FakeSteps.name(context));
            }
        }

        private boolean own(StepContext context) {
            return world.madeBy(trigger, FakeSteps.name(context))
                    .equals(context.call().token().operation());
        }
    }

    /** Sets the register {@code name} to {@code to}; undo sets it to {@code from}. */
    record Set(FakeWorld world, Trigger trigger) implements StepType {

        @Override
        public String name() {
            return "set";
        }

        @Override
        public Fields run(StepContext context) {
            world.set(trigger, FakeSteps.name(context), context.arguments().string("to"));
            return Fields.NONE;
        }

        @Override
        public Optional<Fields> verify(StepContext context) {
            return Optional.empty();
        }

        @Override
        public void undo(StepContext context, @Nullable Fields result) {
            world.set(trigger, FakeSteps.name(context), context.arguments().string("from"));
        }
    }

    /** Removes the thing {@code name} for good. */
    record Drop(FakeWorld world, Trigger trigger) implements StepType {

        @Override
        public String name() {
            return "drop";
        }

        @Override
        public Fields run(StepContext context) {
            if (verify(context).isEmpty()) {
                world.remove(trigger, FakeSteps.name(context));
            }
            return Fields.NONE;
        }

        @Override
        public Optional<Fields> verify(StepContext context) {
            return world.madeBy(trigger, FakeSteps.name(context)).isEmpty()
                    ? Optional.of(Fields.NONE)
                    : Optional.empty();
        }

        @Override
        public void undo(StepContext context, @Nullable Fields result) {
            throw new IllegalStateException("what is dropped does not come back");
        }
    }
}
