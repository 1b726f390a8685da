package dev.kompox.operations.step;

import dev.kompox.driver.Driver;
import dev.kompox.driver.Moves;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.operations.json.Fields;
import dev.kompox.transfer.move.Relay;
import dev.kompox.transfer.move.Transport;
import dev.kompox.transfer.move.TreeMove;
import java.util.ArrayList;
import java.util.List;

/**
 * Join the two places between which an app moves, and the way its data takes. Closing removes what
 * stands at both places for its sake.
 */
public final class Journey implements AutoCloseable {

    private final Place source;
    private final Place target;
    private final Transport transport;
    private final StandingHelpers helpers = new StandingHelpers();

    /**
     * Join two places.
     *
     * @param source where the app lives
     * @param target where it is to live
     * @param transport the way
     */
    public Journey(Place source, Place target, Transport transport) {
        this.source = source;
        this.target = target;
        this.transport = transport;
    }

    /** Return where the app lives. */
    public Place source() {
        return source;
    }

    /** Return where it is to live. */
    public Place target() {
        return target;
    }

    /** Return the way. */
    public Transport transport() {
        return transport;
    }

    StandingHelpers helpers() {
        return helpers;
    }

    /** Remove the helpers that stand at both places. Never fails. */
    @Override
    public void close() {
        helpers.close();
    }

    /** Join two places, the data passing through this machine. */
    public static Journey relayed(Place source, Place target) {
        return new Journey(source, target, new Relay());
    }

    /** Return what lets apps leave and enter a place. */
    public static Moves moves(Place place) {
        return place.driver().moves().orElseThrow(() -> lacks(place.driver(), "moves"));
    }

    /** Read which disk goes where: two objects of volume and disk, {@code from} and {@code to}. */
    List<TreeMove.Pair> pairs(Fields arguments) {
        Fields from = arguments.object("from");
        Fields to = arguments.object("to");
        List<TreeMove.Pair> pairs = new ArrayList<>();
        for (String volume : from.map().keySet()) {
            pairs.add(
                    new TreeMove.Pair(
                            source.disk(volume, from.string(volume)),
                            target.disk(volume, to.string(volume))));
        }
        return pairs;
    }

    private static DriverException lacks(Driver driver, String facet) {
        return new DriverException(
                new Category.Unsupported(facet),
                "driver " + driver.name() + " has no " + facet + ": apps cannot move from or to it",
                "kompox driver show " + driver.name());
    }
}
