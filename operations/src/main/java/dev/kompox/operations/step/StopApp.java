package dev.kompox.operations.step;

import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.driver.runtime.Stopped;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stop services cleanly; undo starts exactly the instances that ran when it was planned.
 *
 * <p>Arguments: {@code services}, {@code instances} (the ids alive when planned, dependencies
 * first), {@code bringUp} (undo brings the services up instead, because a later step removes the
 * instances). Result: {@code killed} (names of those that did not end by themselves), {@code
 * stopped}, {@code millis}.
 */
public final class StopApp implements StepType {

    /** The name of this type. */
    public static final String NAME = "app.stop";

    private final Place place;

    /** Work at a place. */
    public StopApp(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        List<String> services = context.arguments().strings("services");
        Instances.expectOnly(context.arguments().strings("instances"), alive(services));
        List<String> killed = new ArrayList<>();
        List<String> stopped = new ArrayList<>();
        long millis = 0;
        for (Stopped one : place.runtime().stop(place.workload(), services, context.call())) {
            stopped.add(one.name());
            millis += one.took().toMillis();
            if (!one.clean()) {
                killed.add(one.name());
                context.call()
                        .progress()
                        .warning(
                                one.name()
                                        + " did not stop within its grace period and was killed");
            }
        }
        return Fields.of("killed", killed, "stopped", stopped, "millis", millis);
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        // how the instances ended is not known any more, so none may be called clean
        return alive(context.arguments().strings("services")).isEmpty()
                ? Optional.of(
                        Fields.of("killed", List.of("unknown"), "stopped", List.of(), "millis", 0L))
                : Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        Fields arguments = context.arguments();
        if (arguments.flag("bringUp")) {
            StartRequest request =
                    new StartRequest(arguments.strings("services"), false, false, false);
            place.runtime().start(place.workload(), request, context.call());
        } else {
            place.runtime()
                    .startAgain(place.workload(), arguments.strings("instances"), context.call());
        }
    }

    private List<String> alive(List<String> services) {
        return Instances.alive(place.runtime().observe(place.workload()), services);
    }
}
