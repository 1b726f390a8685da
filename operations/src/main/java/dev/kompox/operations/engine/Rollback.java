package dev.kompox.operations.engine;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.operations.event.Event;
import dev.kompox.operations.journal.Journal;
import dev.kompox.operations.journal.JournalRecord;
import dev.kompox.operations.journal.JournalRecord.End;
import dev.kompox.operations.json.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Undo an operation, last step first, from wherever its journal says it is.
 *
 * <p>Every step that was begun is undone, whether or not its result is known. Undoing is itself
 * journaled and can be resumed. It is refused after the commit point. Where the commit point is a
 * change of the world ({@link PlannedStep.Reversal#COMMITS}) of which it is not known whether it
 * has happened, that is found out first, and if not, made impossible.
 */
final class Rollback {

    private final Environment environment;
    private final Journal journal;
    private final Replay replay;
    private final Attempts attempts;
    private Duration paused = Duration.ZERO;

    Rollback(Environment environment, Journal journal) {
        this.environment = environment;
        this.journal = journal;
        this.replay = new Replay(journal.records());
        this.attempts = new Attempts(environment, replay);
    }

    /**
     * Undo everything.
     *
     * @param cause the failure that led to it, or null if a person asked
     */
    Outcome run(@Nullable FailureReport cause) {
        if (replay.committed()) {
            throw committed();
        }
        if (!replay.rollingBack()) {
            Optional<Outcome> forward = committedAlready(cause);
            if (forward.isPresent()) {
                return forward.get();
            }
            write(
                    new JournalRecord.RollingBack(
                            environment.time().now(),
                            cause == null ? "asked for" : cause.sentence()));
        }
        for (Optional<PlannedStep> step = replay.lastToUndo();
                step.isPresent();
                step = replay.lastToUndo()) {
            Optional<DriverException> failure = undo(step.get());
            if (failure.isPresent()) {
                return stuck(step.get(), failure.get());
            }
        }
        String sentence = cause == null ? "" : cause.sentence();
        write(new JournalRecord.Ended(environment.time().now(), End.ROLLED_BACK, sentence));
        return new Outcome.RolledBack(replay.header().operation(), replay.plan(), cause);
    }

    private Refusal committed() {
        return new Refusal(
                "operation "
                        + replay.header().operation()
                        + " has passed its commit point and can only go forward",
                "kompox operation resume " + replay.header().operation());
    }

    /**
     * Settle whether the step that commits has happened, if it was ever begun.
     *
     * @return how the operation stands if it can only go forward, or if that cannot be told now
     */
    private Optional<Outcome> committedAlready(@Nullable FailureReport cause) {
        Optional<PlannedStep> commits =
                replay.lastToUndo().filter(step -> step.reversal() == PlannedStep.Reversal.COMMITS);
        if (commits.isEmpty()) {
            return Optional.empty();
        }
        PlannedStep step = commits.get();
        try {
            if (!happened(step)) {
                return Optional.empty();
            }
        } catch (RuntimeException e) {
            return Optional.of(standing(FailureReport.of(step, Attempts.failure(step, e))));
        }
        if (!(replay.status(step.id()) instanceof StepStatus.Done)) {
            write(
                    new JournalRecord.Result(
                            environment.time().now(), step.id(), 1, true, Fields.NONE));
        }
        write(new JournalRecord.Committed(environment.time().now()));
        if (cause == null) {
            throw committed();
        }
        return Optional.of(standing(cause));
    }

    /** Tell whether the commit has happened; if not, make sure that it cannot any more. */
    private boolean happened(PlannedStep step) {
        StepType type = environment.types().of(step);
        if (replay.status(step.id()) instanceof StepStatus.Done
                || type.verify(attempts.context(step)).isPresent()) {
            return true;
        }
        try {
            type.undo(attempts.context(step), null);
            return false;
        } catch (DriverException e) {
            if (type.verify(attempts.context(step)).isPresent()) {
                return true;
            }
            throw e;
        }
    }

    private Outcome standing(FailureReport cause) {
        List<PlannedStep> next = replay.wave();
        return new Outcome.Resumable(
                replay.header().operation(),
                replay.plan(),
                replay.doneTitles(),
                next.isEmpty() ? replay.plan().title() : next.getFirst().title(),
                cause,
                false,
                replay.committed());
    }

    private Optional<DriverException> undo(PlannedStep step) {
        Fields result =
                replay.status(step.id()) instanceof StepStatus.Done(Fields known) ? known : null;
        for (int attempt = 1; ; attempt++) {
            Optional<DriverException> failure = undo(step, result);
            if (failure.isEmpty()) {
                write(new JournalRecord.Undone(environment.time().now(), step.id()));
                return failure;
            }
            Optional<Duration> pause =
                    environment
                            .retry()
                            .pause(failure.get().category(), attempt, paused, environment.random());
            if (pause.isEmpty() || !wait(pause.get())) {
                return failure;
            }
        }
    }

    private Optional<DriverException> undo(PlannedStep step, @Nullable Fields result) {
        boolean undoable =
                step.reversal() == PlannedStep.Reversal.UNDO
                        || step.reversal() == PlannedStep.Reversal.COMMITS;
        if (!undoable) {
            return Optional.empty();
        }
        try {
            environment.types().of(step).undo(attempts.context(step), result);
        } catch (RuntimeException e) {
            return Optional.of(Attempts.failure(step, e));
        }
        Instant now = environment.time().now();
        environment.events().accept(new Event.Undone(attempts.path(step), now, step.title()));
        return Optional.empty();
    }

    private boolean wait(Duration pause) {
        try {
            paused = paused.plus(pause);
            environment.time().sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Outcome stuck(PlannedStep step, DriverException failure) {
        FailureReport report = FailureReport.of(step, failure);
        Instant now = environment.time().now();
        write(
                new JournalRecord.Note(
                        now, "undoing " + step.id() + " failed: " + report.sentence()));
        if (!(failure.category() instanceof Category.Interrupted)) {
            environment
                    .events()
                    .accept(
                            new Event.Failed(
                                    attempts.path(step),
                                    now,
                                    "undoing: " + step.title(),
                                    report.sentence()));
        }
        List<String> done = replay.doneTitles();
        return new Outcome.Resumable(
                replay.header().operation(),
                replay.plan(),
                done,
                "undo: " + step.title(),
                report,
                true,
                false);
    }

    private void write(JournalRecord record) {
        journal.append(record);
        replay.apply(record);
    }
}
