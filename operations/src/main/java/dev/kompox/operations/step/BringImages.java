package dev.kompox.operations.step;

import dev.kompox.driver.Images;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import dev.kompox.transfer.move.ImageMove;
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
        Optional<Images> source = journey.images();
        Optional<Images> target = journey.target().driver().images();
        if (source.isEmpty() || target.isEmpty()) {
            return Fields.of("images", List.of(), "bytes", 0L);
        }
        List<String> missing = target.get().missing(target.get().of(journey.target().workload()));
        List<String> absent = source.get().missing(missing);
        List<String> bring = missing.stream().filter(name -> !absent.contains(name)).toList();
        long bytes =
                bring.isEmpty()
                        ? 0
                        : ImageMove.move(source.get(), target.get(), bring, context.call());
        return Fields.of("images", bring, "bytes", bytes);
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        return Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {}
}
