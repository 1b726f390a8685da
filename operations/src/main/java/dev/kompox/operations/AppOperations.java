package dev.kompox.operations;

import dev.kompox.driver.call.Time;
import dev.kompox.operations.engine.Engine;
import dev.kompox.operations.engine.Environment;
import dev.kompox.operations.engine.Identity;
import dev.kompox.operations.engine.Retry;
import dev.kompox.operations.engine.StopSignal;
import dev.kompox.operations.event.EventSink;
import dev.kompox.operations.journal.JournalStore;
import dev.kompox.operations.plan.AppFacts;
import dev.kompox.operations.plan.Observer;
import dev.kompox.operations.step.AppSteps;
import dev.kompox.operations.step.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Work on one app at one place: observe it, and run plans made from what was observed. This is what
 * commands call.
 *
 * <pre>{@code
 * Observation seen = operations.observer().observeAll();
 * Plan plan = SnapshotPlan.of(seen, wish);       // pure: show it, ask, or throw it away
 * Outcome outcome = operations.engine().run(plan);
 * }</pre>
 */
public final class AppOperations {

    private static final Duration STEP_LIMIT = Duration.ofHours(12);

    private final Place place;
    private final Time time;
    private final String by;
    private final Engine engine;
    private final Path lock;

    /**
     * Join an app, a place and the directory of its journals.
     *
     * @param place the app and the driver of its place
     * @param journals below which directory journals are kept
     * @param who whose operations these are
     * @param events who hears what happens
     * @param stop a person's wish to stop
     */
    public AppOperations(
            Place place, JournalStore journals, Who who, EventSink events, StopSignal stop) {
        this.place = place;
        this.time = Time.system();
        this.by = who.user + "@" + who.host;
        this.lock = journals.root().resolve("lock-" + place.app().app() + ".json");
        Environment environment =
                new Environment(
                        AppSteps.at(place),
                        new AppFacts(place),
                        time,
                        events,
                        stop,
                        Retry.STANDARD,
                        RandomGenerator.getDefault(),
                        STEP_LIMIT);
        String app = Identity.of(place.app(), List.of(place.location()));
        Identity identity = new Identity(app, who.epoch, who.user, who.host, who.tool, lock);
        this.engine = new Engine(environment, journals, identity);
    }

    /** Return the observer of the app. */
    public Observer observer() {
        return new Observer(place, time, by);
    }

    /** Return what runs plans. */
    public Engine engine() {
        return engine;
    }

    /** Return the file of the app's lock; see {@link dev.kompox.operations.engine.AppLock}. */
    public Path lockFile() {
        return lock;
    }

    /** Return the app and its place. */
    public Place place() {
        return place;
    }

    /**
     * Say who works.
     *
     * @param user the user's name
     * @param host the machine's name
     * @param tool the version of Kompox
     * @param epoch the epoch of the app's ownership, 0 before any
     */
    public record Who(String user, String host, String tool, long epoch) {}
}
