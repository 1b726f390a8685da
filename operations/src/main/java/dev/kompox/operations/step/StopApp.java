package dev.kompox.operations.step;

import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.Stopped;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stop services cleanly; undo starts exactly the instances that ran when it was planned.
 *
 * <p>Arguments: {@code services}, {@code instances} (the ids alive when planned, dependencies
 * first), {@code bringUp} (undo brings the services up instead, because a later step removes the
 * instances). Result: {@code killed} (names of those that did not end by themselves, or of which
 * that is not known), {@code stopped}, {@code millis}.
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
        List<String> planned = context.arguments().strings("instances");
        AppState before = place.runtime().observe(place.workload());
        Instances.expectOnly(planned, Instances.alive(before, services));
        // what an earlier attempt stopped is not reported by this one
        List<String> killed = new ArrayList<>(Instances.unclean(before, planned));
        List<String> stopped = new ArrayList<>();
        long millis = 0;
        Instant began = context.call().time().now();
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
        return Fields.of(
                "killed", killed, "stopped", stopped, "millis", millis, "began", began.toString());
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        AppState state = place.runtime().observe(place.workload());
        if (!Instances.alive(state, context.arguments().strings("services")).isEmpty()) {
            return Optional.empty();
        }
        List<String> killed = Instances.unclean(state, context.arguments().strings("instances"));
        return Optional.of(Fields.of("killed", killed, "stopped", List.of(), "millis", 0L));
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        if (context.arguments().flag("bringUp")) {
            Instances.bringUp(place, context, context.arguments().strings("services"));
        } else {
            Instances.startAgain(place, context);
        }
    }
}
