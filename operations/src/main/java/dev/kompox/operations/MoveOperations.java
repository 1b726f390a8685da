package dev.kompox.operations;

import dev.kompox.driver.Images;
import dev.kompox.driver.call.Fanout;
import dev.kompox.driver.call.Time;
import dev.kompox.operations.engine.Engine;
import dev.kompox.operations.engine.Environment;
import dev.kompox.operations.engine.Identity;
import dev.kompox.operations.engine.Retry;
import dev.kompox.operations.engine.StopSignal;
import dev.kompox.operations.event.EventSink;
import dev.kompox.operations.journal.JournalStore;
import dev.kompox.operations.plan.MoveFacts;
import dev.kompox.operations.plan.MoveObservation;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.plan.Observer;
import dev.kompox.operations.step.Journey;
import dev.kompox.operations.step.MoveSteps;
import dev.kompox.operations.step.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/** Move one app between two places: observe both, and run plans made from what was observed. */
public final class MoveOperations implements AutoCloseable {

    private static final Duration STEP_LIMIT = Duration.ofHours(24);

    private final Journey journey;
    private final Time time;
    private final String by;
    private final Engine engine;

    /**
     * Join an app, two places and the directory of its journals.
     *
     * @param journey the places and the way between them
     * @param journals below which directory journals are kept
     * @param who whose operations these are
     * @param events who hears what happens
     * @param stop a person's wish to stop
     */
    public MoveOperations(
            Journey journey,
            JournalStore journals,
            AppOperations.Who who,
            EventSink events,
            StopSignal stop) {
        this.journey = journey;
        this.time = Time.system();
        this.by = who.user() + "@" + who.host();
        Path lock = journals.root().resolve("lock-" + journey.source().app().app() + ".json");
        Environment environment =
                new Environment(
                        MoveSteps.between(journey),
                        new MoveFacts(journey),
                        time,
                        events,
                        stop,
                        Retry.STANDARD,
                        RandomGenerator.getDefault(),
                        STEP_LIMIT);
        String app =
                Identity.of(
                        journey.source().app(),
                        List.of(journey.source().location(), journey.target().location()));
        this.engine =
                new Engine(
                        environment,
                        journals,
                        new Identity(app, who.epoch(), who.user(), who.host(), who.tool(), lock));
    }

    /** Return what runs plans. */
    public Engine engine() {
        return engine;
    }

    /** Remove what stands at both places for the sake of the move. Never fails. */
    @Override
    public void close() {
        journey.close();
    }

    /**
     * Observe both places, side by side.
     *
     * @param loadImages whether images may be brought even where that takes all rights
     */
    public MoveObservation observe(boolean loadImages) {
        return observe(journey, time, by, loadImages);
    }

    /**
     * Observe both places of a journey.
     *
     * @param loadImages whether images may be brought even where that takes all rights
     */
    public static MoveObservation observe(
            Journey journey, Time time, String by, boolean loadImages) {
        Place from = journey.source();
        Place to = journey.target();
        List<Callable<Object>> reads =
                List.of(
                        () -> new Observer(from, time, by).observeAll(),
                        () -> new Observer(to, time, by).observe(),
                        () -> Journey.moves(from).identity(),
                        () -> Journey.moves(to).identity(),
                        () -> Journey.moves(to).obstacles(to.workload()),
                        () -> images(journey, loadImages),
                        () -> unfit(journey));
        List<Object> read = Fanout.all(reads);
        return new MoveObservation(
                (Observation) read.get(0),
                (Observation) read.get(1),
                read.get(2).equals(read.get(3)),
                strings(read.get(4)),
                strings(read.get(5)),
                (String) read.get(6),
                journey.transport().name());
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }

    private static String unfit(Journey journey) {
        Set<String> source = Journey.moves(journey.source()).architectures();
        Set<String> target = Journey.moves(journey.target()).architectures();
        boolean known = !source.isEmpty() && !target.isEmpty();
        return known && Collections.disjoint(source, target)
                ? "it runs on "
                        + String.join(", ", source)
                        + " here, and there is only "
                        + String.join(", ", target)
                        + " there"
                : "";
    }

    private static List<String> images(Journey journey, boolean loadImages) {
        Images source = journey.source().driver().images().orElse(null);
        Images target = journey.target().driver().images().orElse(null);
        if (source == null
                || target == null
                || (!loadImages && (source.onRequest() || target.onRequest()))) {
            return List.of();
        }
        return ImageLoading.plan(source, target, target.of(journey.target().workload())).brought();
    }
}
