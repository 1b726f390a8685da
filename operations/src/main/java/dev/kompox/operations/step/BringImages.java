package dev.kompox.operations.step;

import dev.kompox.driver.Images;
import dev.kompox.operations.ImageLoading;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bring to the target the images that it lacks and the source has, exactly as they are; the others
 * are left to the target's registry. Nothing to undo: an image more does no harm.
 *
 * <p>Result: {@code images} and {@code bytes}.
 */
public final class BringImages implements StepType {

    /** The name of this type. */
    public static final String NAME = "images.bring";

    private final Journey journey;

    /** Work between two places. */
    public BringImages(Journey journey) {
        this.journey = journey;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        Images source = journey.source().driver().images().orElse(null);
        Images target = journey.target().driver().images().orElse(null);
        if (source == null || target == null) {
            return Fields.of("images", List.of(), "bytes", 0L);
        }
        ImageLoading done =
                ImageLoading.plan(source, target, target.of(journey.target().workload()))
                        .run(source, target, context.call());
        return Fields.of("images", done.brought(), "bytes", done.bytes());
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        return Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {}
}
