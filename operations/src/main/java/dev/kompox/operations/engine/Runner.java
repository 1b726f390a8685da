package dev.kompox.operations.engine;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.operations.event.Event;
import dev.kompox.operations.journal.Journal;
import dev.kompox.operations.journal.JournalRecord;
import dev.kompox.operations.journal.JournalRecord.End;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Run an operation forward from wherever its journal says it is.
 *
 * <p>For each wave of steps: write the intents, run the steps, write their results in plan order. A
 * step that is in doubt is first looked for in the world and adopted if it has happened. Whatever
 * the moment at which this process dies, the journal and the world together tell the next one how
 * to go on.
 */
final class Runner {

    private final Environment environment;
    private final Journal journal;
    private final Replay replay;
    private final Attempts attempts;
    private Duration paused = Duration.ZERO;

    Runner(Environment environment, Journal journal) {
        this.environment = environment;
        this.journal = journal;
        this.replay = new Replay(journal.records());
        this.attempts = new Attempts(environment, replay);
    }

    /** Run until the end, a failure that is final, or a wish to stop. */
    Outcome run() {
        Instant begun = environment.time().now();
        tell(new Event.Started(path(), begun, replay.plan().title(), replay.begun()));
        while (true) {
            List<PlannedStep> wave = replay.wave();
            if (wave.isEmpty() && !passCommitPoint()) {
                return complete(begun);
            }
            if (wave.isEmpty()) {
                continue;
            }
            if (environment.stop().requested()) {
                return resumable(null);
            }
            Optional<Attempt.Broken> failure = attempt(wave);
            if (failure.isPresent()) {
                return fail(failure.get());
            }
        }
    }

    /** Pass the commit point if there is one ahead; tell whether there was. */
    private boolean passCommitPoint() {
        if (replay.committed() || replay.plan().committed() == replay.plan().steps().size()) {
            return false;
        }
        write(new JournalRecord.Committed(environment.time().now()));
        tell(new Event.Committed(path(), environment.time().now()));
        return true;
    }

    private Outcome complete(Instant begun) {
        Instant now = environment.time().now();
        write(new JournalRecord.Ended(now, End.COMPLETED, ""));
        tell(new Event.Done(path(), now, replay.plan().title(), Duration.between(begun, now)));
        return new Outcome.Completed(replay.header().operation(), replay.plan(), replay.results());
    }

    /**
     * Make one attempt of each step; return the failure that ends the operation, if there is one.
     */
    private Optional<Attempt.Broken> attempt(List<PlannedStep> wave) {
        List<StepStatus> before = new ArrayList<>();
        for (PlannedStep step : wave) {
            StepStatus status = replay.status(step.id());
            before.add(status);
            write(
                    new JournalRecord.Intent(
                            environment.time().now(),
                            step.id(),
                            number(status) + 1,
                            attempts.token(step).toString()));
        }
        Attempt.Broken fatal = null;
        Duration pause = Duration.ZERO;
        List<Attempt> made = attempts.make(wave, before);
        for (int i = 0; i < wave.size(); i++) {
            PlannedStep step = wave.get(i);
            int number = number(before.get(i)) + 1;
            switch (made.get(i)) {
                case Attempt.Happened happened -> {
                    write(
                            new JournalRecord.Result(
                                    environment.time().now(),
                                    step.id(),
                                    number,
                                    happened.adopted(),
                                    happened.result()));
                    attempts.tellDone(step, happened);
                }
                case Attempt.Broken broken -> {
                    Optional<Duration> again = retry(broken.failure(), number);
                    writeFailure(step, number, broken.failure(), again);
                    if (again.isEmpty() && fatal == null) {
                        fatal = broken;
                    }
                    if (again.isPresent() && again.get().compareTo(pause) > 0) {
                        pause = again.get();
                    }
                }
            }
        }
        return fatal != null ? Optional.of(fatal) : waitBeforeRetry(pause, wave.getFirst());
    }

    private Optional<Attempt.Broken> waitBeforeRetry(Duration pause, PlannedStep step) {
        try {
            paused = paused.plus(pause);
            environment.time().sleep(pause);
            return Optional.empty();
        } catch (InterruptedException e) {
            return Optional.of(
                    new Attempt.Broken(
                            step, DriverException.interrupted("waiting to try again", e)));
        }
    }

    private Optional<Duration> retry(DriverException failure, int number) {
        return environment.retry().pause(failure.category(), number, paused, environment.random());
    }

    private void writeFailure(
            PlannedStep step, int number, DriverException failure, Optional<Duration> again) {
        FailureReport report = FailureReport.of(step, failure);
        Instant now = environment.time().now();
        write(
                new JournalRecord.Failed(
                        now,
                        step.id(),
                        number,
                        report.category(),
                        report.sentence(),
                        again.isEmpty()));
        if (again.isPresent()) {
            tell(new Event.Retrying(path(step), now, report.sentence(), again.get(), number + 1));
        } else if (!(failure.category() instanceof Category.Interrupted)) {
            tell(new Event.Failed(path(step), now, step.title(), report.sentence()));
        }
    }

    private Outcome fail(Attempt.Broken broken) {
        FailureReport cause = FailureReport.of(broken.step(), broken.failure());
        if (replay.committed() || broken.failure().category() instanceof Category.Interrupted) {
            return resumable(cause);
        }
        return switch (replay.plan().onFailure()) {
            case ROLL_BACK -> new Rollback(environment, journal).run(cause);
            case STAY -> {
                write(
                        new JournalRecord.Ended(
                                environment.time().now(), End.FAILED, cause.sentence()));
                yield new Outcome.Failed(replay.header().operation(), replay.plan(), cause);
            }
        };
    }

    private Outcome resumable(@Nullable FailureReport cause) {
        List<PlannedStep> wave = replay.wave();
        return new Outcome.Resumable(
                replay.header().operation(),
                replay.plan(),
                replay.doneTitles(),
                wave.isEmpty() ? replay.plan().title() : wave.getFirst().title(),
                cause,
                false,
                replay.committed());
    }

    private static int number(StepStatus status) {
        return status instanceof StepStatus.InDoubt(int attempt) ? attempt : 0;
    }

    private void write(JournalRecord record) {
        journal.append(record);
        replay.apply(record);
    }

    private void tell(Event event) {
        environment.events().accept(event);
    }

    private List<String> path(PlannedStep... step) {
        return attempts.path(step);
    }
}
