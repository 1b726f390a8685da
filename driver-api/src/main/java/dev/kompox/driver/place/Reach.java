package dev.kompox.driver.place;

import java.util.List;

/**
 * Say where, and when, a disk can be made from a snapshot.
 *
 * @param locations the places, in a stable order
 * @param when how long one must wait
 */
public record Reach(List<Location> locations, When when) {

    /** The moment from which a snapshot can be used in its reach. */
    public enum When {
        /** As soon as the snapshot exists. */
        AT_ONCE,
        /** When the provider has completed it. */
        WHEN_COMPLETED,
        /** After it was copied to the place. */
        AFTER_COPY
    }

    /** Copies the list. */
    public Reach {
        locations = List.copyOf(locations);
    }

    /** Tell whether a disk at {@code place} can be made. */
    public boolean covers(Location place) {
        return locations.contains(place);
    }
}
