package dev.kompox.operations.step;

import dev.kompox.driver.Driver;
import dev.kompox.driver.Images;
import dev.kompox.driver.Moves;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.operations.json.Fields;
import dev.kompox.transfer.move.Relay;
import dev.kompox.transfer.move.Transport;
import dev.kompox.transfer.move.TreeMove;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Join the two places between which an app moves, and the way its data takes.
 *
 * @param source where the app lives
 * @param target where it is to live
 * @param transport the way
 */
public record Journey(Place source, Place target, Transport transport) {

    /** Join two places, the data passing through this machine. */
    public static Journey relayed(Place source, Place target) {
        return new Journey(source, target, new Relay());
    }

    /** Return what lets apps leave and enter a place. */
    public static Moves moves(Place place) {
        return place.driver().moves().orElseThrow(() -> lacks(place.driver(), "moves"));
    }

    /** Return the images of the source if both places can hand them on. */
    public Optional<Images> images() {
        return target.driver().images().isPresent() ? source.driver().images() : Optional.empty();
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
