package dev.kompox.operations.engine;

import dev.kompox.driver.failure.DriverException;
import dev.kompox.operations.event.Event;
import dev.kompox.operations.journal.Journal;
import dev.kompox.operations.journal.JournalException;
import dev.kompox.operations.journal.JournalRecord;
import dev.kompox.operations.journal.JournalRecord.End;
import dev.kompox.operations.journal.JournalText;
import dev.kompox.operations.journal.Journals;
import dev.kompox.operations.journal.Salvage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Run, resume and roll back the operations of one app, one at a time. */
@SuppressWarnings("try") // a lock is held, not used
public final class Engine {

    private final Environment environment;
    private final Journals store;
    private final Identity identity;

    /**
     * Work on one app.
     *
     * @param environment what surrounds operations
     * @param store where journals are kept
     * @param identity whose operations these are
     */
    public Engine(Environment environment, Journals store, Identity identity) {
        this.environment = environment;
        this.store = store;
        this.identity = identity;
    }

    /**
     * Run a plan.
     *
     * @throws Refusal if another operation of the app runs, one was cut off that must be finished
     *     first, or the plan has a step that this version does not know
     */
    public Outcome run(Plan plan) {
        environment.types().expectKnown(plan);
        OperationId id = OperationId.next(plan.prefix(), environment.random());
        try (AppLock lock = lock(id)) {
            settle(id);
            List<Difference> differences = differences(plan, false);
            if (!differences.isEmpty()) {
                return new Outcome.WorldChanged(plan, differences, null);
            }
            try (Journal journal = store.create(header(id, plan))) {
                return new Runner(environment, journal).run();
            }
        }
    }

    /**
     * Go on with an operation that was cut off, in the direction it was going.
     *
     * @throws Refusal if it has ended, or another operation of the app runs
     */
    public Outcome resume(OperationId id) {
        try (AppLock lock = lock(id);
                Journal journal = store.open(id)) {
            Replay replay = unfinished(journal);
            if (replay.rollingBack()) {
                return new Rollback(environment, journal).run(null);
            }
            List<Difference> differences = differences(replay.plan(), replay.begun());
            if (!differences.isEmpty() && !replay.committed()) {
                return new Outcome.WorldChanged(replay.plan(), differences, id);
            }
            return new Runner(environment, journal).run();
        }
    }

    /**
     * Undo an operation that was cut off.
     *
     * @throws Refusal if it has ended, has passed its commit point, or another operation of the app
     *     runs
     */
    public Outcome rollback(OperationId id) {
        try (AppLock lock = lock(id);
                Journal journal = store.open(id)) {
            unfinished(journal);
            return new Rollback(environment, journal).run(null);
        }
    }

    /**
     * Give up an operation that was cut off, leaving everything as it is.
     *
     * @throws Refusal if it has ended, or is running
     */
    public void abandon(OperationId id, String why) {
        try (AppLock lock = lock(id);
                Journal journal = store.open(id)) {
            unfinished(journal);
            journal.append(new JournalRecord.Ended(environment.time().now(), End.ABANDONED, why));
        }
    }

    /**
     * Make the damaged journal of an operation whole from what is left of it; nothing else changes.
     * What is lost is in doubt from then on, and looked for in the world.
     *
     * @param giveUp whether to end the operation, leaving everything as it is
     * @return how the operation stands
     * @throws Refusal if the journal is whole, or what is left does not tell which way to go, or
     *     the operation is another app's, or one runs
     * @throws JournalException if not even its header can be read
     */
    public Replay rebuild(OperationId id, boolean giveUp) {
        try (AppLock lock = lock(id)) {
            Salvage salvage = store.salvage(id);
            expectOwn(salvage.header());
            if (salvage.lost() == 0) {
                throw new Refusal(
                        "the journal of operation " + id + " is whole",
                        "kompox operation show " + id);
            }
            boolean over = giveUp || followed(salvage.header());
            store.replace(id, Mending.records(salvage, over, environment.time().now()));
            return new Replay(store.read(id).records());
        }
    }

    /** Tell whether an operation of this app began after another. */
    private boolean followed(JournalRecord.Header header) {
        for (OperationId id : store.list()) {
            try {
                if (store.read(id).records().getFirst() instanceof JournalRecord.Header other
                        && identity.concerns(other.app())
                        && other.at().isAfter(header.at())) {
                    return true;
                }
            } catch (JournalException e) {
                warn(header.operation(), String.valueOf(e.getMessage()));
            }
        }
        return false;
    }

    /**
     * Return the operations of this app that have neither ended nor been given up, by id. Journals
     * that cannot be read are passed over; {@link #run} warns of them.
     */
    public List<Replay> unfinished() {
        return unfinished(_ -> {});
    }

    /**
     * The same, telling of journals that cannot be read.
     *
     * @param damaged hears one sentence of each, with the command that mends it
     */
    public List<Replay> unfinished(Consumer<String> damaged) {
        List<Replay> found = new ArrayList<>();
        for (OperationId id : store.list()) {
            try {
                Replay replay = new Replay(store.read(id).records());
                if (replay.ended().isEmpty() && identity.concerns(replay.header().app())) {
                    found.add(replay);
                }
            } catch (JournalException e) {
                damaged.accept(
                        "operation "
                                + id
                                + " may be unfinished: "
                                + e.getMessage()
                                + ". "
                                + e.remedy());
            } catch (IllegalArgumentException e) {
                damaged.accept("operation " + id + " may be unfinished: " + e.getMessage());
            }
        }
        return found;
    }

    private void warn(OperationId operation, String sentence) {
        Instant now = environment.time().now();
        environment.events().accept(new Event.Warned(List.of(operation.value()), now, sentence));
    }

    /**
     * Refuse if an operation was cut off; give up those for which doing the same again is as good.
     */
    private void settle(OperationId next) {
        for (Replay replay : unfinished(sentence -> warn(next, sentence))) {
            OperationId id = replay.header().operation();
            if (replay.plan().onFailure() == Plan.OnFailure.ROLL_BACK && replay.begun()) {
                throw new Refusal(
                        "operation "
                                + id
                                + " ("
                                + replay.plan().title()
                                + ") was interrupted and is not finished",
                        replay.committed() || replay.rollingBack()
                                ? "Finish it: kompox operation resume " + id
                                : "Finish it: kompox operation resume "
                                        + id
                                        + "\nUndo it:   kompox operation rollback "
                                        + id);
            }
            try (Journal journal = store.open(id)) {
                journal.append(
                        new JournalRecord.Ended(
                                environment.time().now(),
                                End.ABANDONED,
                                "followed by operation " + next));
            }
        }
    }

    private Replay unfinished(Journal journal) {
        Replay replay = new Replay(journal.records());
        expectOwn(replay.header());
        replay.ended()
                .ifPresent(ended -> {
                    throw new Refusal(
                            "operation "
                                    + replay.header().operation()
                                    + " has ended: "
                                    + ended.end().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            "kompox operation show " + replay.header().operation());
                });
        environment.types().expectKnown(replay.plan());
        return replay;
    }

    private void expectOwn(JournalRecord.Header header) {
        if (!header.app().equals(identity.app())) {
            throw new Refusal(
                    "operation "
                            + header.operation()
                            + " is of "
                            + header.app()
                            + ", and this is "
                            + identity.app(),
                    "Give the command where that app is, with the --context it was begun with");
        }
    }

    private List<Difference> differences(Plan plan, boolean begun) {
        List<Difference> differences = new ArrayList<>();
        for (Assumption assumption : plan.assumptions()) {
            if (begun && !assumption.throughout()) {
                continue;
            }
            String found = read(assumption.fact());
            if (!found.equals(assumption.value())) {
                differences.add(new Difference(assumption.fact(), assumption.value(), found));
            }
        }
        return differences;
    }

    private String read(String fact) {
        Duration spent = Duration.ZERO;
        for (int attempt = 1; ; attempt++) {
            try {
                return environment.facts().read(fact);
            } catch (DriverException e) {
                Duration pause =
                        environment
                                .retry()
                                .pause(e.category(), attempt, spent, environment.random())
                                .orElseThrow(() -> e);
                spent = spent.plus(pause);
                sleep(pause);
            }
        }
    }

    private void sleep(Duration pause) {
        try {
            environment.time().sleep(pause);
        } catch (InterruptedException e) {
            throw DriverException.interrupted("waiting to look again", e);
        }
    }

    private JournalRecord.Header header(OperationId id, Plan plan) {
        return new JournalRecord.Header(
                environment.time().now(),
                JournalText.FORMAT,
                id,
                identity.app(),
                identity.epoch(),
                identity.user() + "@" + identity.host(),
                identity.tool(),
                PlanCodec.hash(plan),
                PlanCodec.encode(plan));
    }

    private AppLock lock(OperationId id) {
        Instant now = environment.time().now();
        return AppLock.acquire(
                identity.lockFile(), LockHolder.here(id, identity.host(), identity.user(), now));
    }
}
