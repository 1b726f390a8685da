package dev.kompox.operations.plan;

import java.util.List;

/**
 * Hold what was observed of an app and of the two places between which it is to move.
 *
 * @param source at the place it is at
 * @param target at the place it is to go to
 * @param samePlace whether both are the same place under two names
 * @param obstacles what would keep it from starting at the target
 * @param images the images that must be brought to the target
 * @param unfit why the app's images cannot run at the target; empty if they can, as far as is known
 * @param transport the way the data would take, for people
 */
public record MoveObservation(
        Observation source,
        Observation target,
        boolean samePlace,
        List<String> obstacles,
        List<String> images,
        String unfit,
        String transport) {

    /** Copies the lists. */
    public MoveObservation {
        obstacles = List.copyOf(obstacles);
        images = List.copyOf(images);
    }
}
