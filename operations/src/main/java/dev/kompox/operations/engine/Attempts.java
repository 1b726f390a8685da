package dev.kompox.operations.engine;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.call.Fanout;
import dev.kompox.driver.call.Token;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.operations.event.Event;
import dev.kompox.operations.event.StepProgress;
import dev.kompox.operations.json.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Make single attempts of steps, several side by side, and turn whatever they throw into values.
 */
final class Attempts {

    private final Environment environment;
    private final Replay replay;

    Attempts(Environment environment, Replay replay) {
        this.environment = environment;
        this.replay = replay;
    }

    /** Make one attempt of each step; the answer has their order. */
    List<Attempt> make(List<PlannedStep> wave, List<StepStatus> before) {
        List<Callable<Attempt>> tasks = new ArrayList<>();
        for (int i = 0; i < wave.size(); i++) {
            PlannedStep step = wave.get(i);
            StepStatus status = before.get(i);
            tasks.add(() -> one(step, status));
        }
        return Fanout.all(tasks);
    }

    /** Return the token under which a step makes its calls; the same for every attempt. */
    Token token(PlannedStep step) {
        return new Token(replay.header().operation().value(), step.id().value());
    }

    /** Return what a step is given. */
    StepContext context(PlannedStep step) {
        Instant deadline = environment.time().now().plus(environment.stepLimit());
        StepProgress progress =
                new StepProgress(environment.events(), path(step), environment.time());
        return new StepContext(
                step,
                replay.results(),
                replay.begunSteps(),
                new Call(token(step), deadline, environment.time(), progress));
    }

    /** Return the event path of the operation, or of one of its steps. */
    List<String> path(PlannedStep... step) {
        String operation = replay.header().operation().value();
        return step.length == 0 ? List.of(operation) : List.of(operation, step[0].id().value());
    }

    void tellDone(PlannedStep step, Attempt.Happened happened) {
        Instant now = environment.time().now();
        environment
                .events()
                .accept(
                        happened.adopted()
                                ? new Event.Adopted(path(step), now, step.title())
                                : new Event.Done(path(step), now, step.title(), happened.took()));
    }

    private Attempt one(PlannedStep step, StepStatus before) {
        Instant begun = environment.time().now();
        environment
                .events()
                .accept(new Event.Started(path(step), begun, step.title(), inDoubt(before)));
        try {
            StepType type = environment.types().of(step);
            StepContext context = context(step);
            Optional<Fields> found = inDoubt(before) ? type.verify(context) : Optional.empty();
            Fields result = found.isPresent() ? found.get() : type.run(context);
            return new Attempt.Happened(
                    result, found.isPresent(), Duration.between(begun, environment.time().now()));
        } catch (RuntimeException e) {
            return new Attempt.Broken(step, failure(step, e));
        }
    }

    /**
     * Return what a step threw as a failure. What is no {@link DriverException} is a defect, but
     * one that must not leave an app stopped: it counts as a failure that stays.
     */
    static DriverException failure(PlannedStep step, RuntimeException thrown) {
        return thrown instanceof DriverException failure
                ? failure
                : new DriverException(
                        new Category.Invalid(),
                        "step "
                                + step.id()
                                + " failed: "
                                + (thrown.getMessage() == null ? thrown : thrown.getMessage()),
                        null,
                        null,
                        thrown);
    }

    private static boolean inDoubt(StepStatus status) {
        return status instanceof StepStatus.InDoubt;
    }
}
