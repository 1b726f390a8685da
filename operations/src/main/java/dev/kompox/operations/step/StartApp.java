package dev.kompox.operations.step;

import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bring the app up as its project says: make what is missing, make again what changed, wait for
 * health.
 *
 * <p>Arguments: {@code services} (empty: all), {@code build}, {@code recreate}, {@code
 * removeOrphans}. Result: {@code running}, the number of instances that run. Nothing to undo: doing
 * the same again goes on.
 */
public final class StartApp implements StepType {

    /** The name of this type. */
    public static final String NAME = "app.start";

    private final Place place;

    /** Work at a place. */
    public StartApp(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        Fields arguments = context.arguments();
        StartRequest request =
                new StartRequest(
                        arguments.strings("services"),
                        arguments.flag("build"),
                        arguments.flag("recreate"),
                        arguments.flag("removeOrphans"));
        AppState state = place.runtime().start(place.workload(), request, context.call());
        long running = state.instances().stream().filter(InstanceState::alive).count();
        return Fields.of("running", running);
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        return Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {}
}
