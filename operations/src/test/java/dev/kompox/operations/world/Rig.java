package dev.kompox.operations.world;

import dev.kompox.operations.engine.Engine;
import dev.kompox.operations.engine.Environment;
import dev.kompox.operations.engine.Identity;
import dev.kompox.operations.engine.OperationId;
import dev.kompox.operations.engine.Outcome;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.Retry;
import dev.kompox.operations.engine.StopSignal;
import dev.kompox.operations.event.Event;
import dev.kompox.operations.journal.JournalRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Put an engine over a {@link FakeWorld}, and keep all that one may want to look at. */
public final class Rig {

    /** How long one attempt of a step may take. */
    public static final Duration LIMIT = Duration.ofMinutes(10);

    /** The world. */
    public final FakeWorld world = new FakeWorld();

    /** The clock. */
    public final ManualTime time = new ManualTime();

    /** The journals. */
    public final MemoryJournals journals = new MemoryJournals();

    /** What was told. */
    public final List<Event> events = Collections.synchronizedList(new ArrayList<>());

    /** A person's wish to stop. */
    public StopSignal stop = new StopSignal();

    /** When attempts are made again. */
    public Retry retry = Retry.STANDARD;

    private final Path lock;
    private boolean older;
    private final Random random = new Random(42);

    /** Keep the lock below a directory. */
    public Rig(Path directory) {
        lock = directory.resolve("lock.json");
    }

    /** Return the engine of a process that nothing kills. */
    public Engine engine() {
        return engine(Trigger.none());
    }

    /** Return the engine of a process that a trigger kills. */
    public Engine engine(Trigger trigger) {
        return new Engine(environment(trigger), journals.of(trigger), identity("app-1"));
    }

    /** Return an engine that works on another app with the same journals. */
    public Engine engineOf(String app) {
        return new Engine(environment(Trigger.none()), journals, identity(app));
    }

    /** Be an older version from now on, which knows no step that sets a register. */
    public void forgetSet() {
        older = true;
    }

    /** Run a plan. */
    public Outcome run(FakePlan plan) {
        return engine().run(plan.plan());
    }

    /** Run a plan in a process that dies at the point whose name is given. */
    public OperationId runUntil(String point, FakePlan plan) {
        Plan made = plan.plan();
        Rig dry = new Rig(lock.resolveSibling("dry"));
        world.registers().forEach(dry.world::put);
        world.things().forEach(dry.world::putThing);
        Trigger counting = Trigger.none();
        dry.engine(counting).run(made);
        int index = counting.passed().indexOf(point);
        if (index < 0) {
            throw new AssertionError(point + " is not among " + counting.passed());
        }
        try {
            engine(Trigger.at(index + 1)).run(made);
            throw new AssertionError("the process lives");
        } catch (Trigger.Death e) {
            return journals.list().getLast();
        }
    }

    /** Return the kinds of the records of the only journal, in short. */
    public List<String> records() {
        return journals.only().stream().map(Rig::brief).toList();
    }

    private static String brief(JournalRecord record) {
        return switch (record) {
            case JournalRecord.Header _ -> "header";
            case JournalRecord.Intent i -> "intent " + i.step() + " #" + i.attempt();
            case JournalRecord.Result r -> (r.adopted() ? "adopted " : "result ") + r.step();
            case JournalRecord.Failed f ->
                    "failed " + f.step() + " #" + f.attempt() + (f.last() ? " last" : "");
            case JournalRecord.Committed _ -> "committed";
            case JournalRecord.RollingBack _ -> "rolling back";
            case JournalRecord.Undone u -> "undone " + u.step();
            case JournalRecord.Note _ -> "note";
            case JournalRecord.Ended e -> "ended " + e.end();
        };
    }

    private Environment environment(Trigger trigger) {
        return new Environment(
                older ? FakeSteps.older(world, trigger) : FakeSteps.of(world, trigger),
                FakeSteps.facts(world, trigger),
                time,
                events::add,
                stop,
                retry,
                random,
                LIMIT);
    }

    private Identity identity(String app) {
        return new Identity(app, 3, "ann", "desk", "0.1.0", lock);
    }
}
