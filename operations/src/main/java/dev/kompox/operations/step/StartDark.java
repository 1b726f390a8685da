package dev.kompox.operations.step;

import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Start the app where nobody uses it yet, and wait until it is healthy; undo removes it again.
 *
 * <p>Result: {@code running}, the number of instances, and {@code millis}.
 */
public final class StartDark implements StepType {

    /** The name of this type. */
    public static final String NAME = "app.start-dark";

    private final Place place;

    /** Work at a place. */
    public StartDark(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        Instant begun = context.call().time().now();
        AppState state = place.runtime().start(place.workload(), StartRequest.ALL, context.call());
        long running = state.instances().stream().filter(InstanceState::alive).count();
        Duration took = Duration.between(begun, context.call().time().now());
        return Fields.of("running", running, "millis", took.toMillis());
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        return Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        place.runtime().remove(place.workload(), false, context.call());
    }
}
