package dev.kompox.driver.runtime;

import dev.kompox.driver.place.Location;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Describe an app as its place knows it.
 *
 * @param app its names, {@code WORKSPACE/PROVIDER/CLUSTER/APP}
 * @param where under which name the place keeps it, e.g. a namespace
 * @param state what it is doing
 * @param lives where it lives as far as is recorded there; null if nothing is
 * @param since since when it has been there
 */
public record AppThere(
        String app, String where, State state, @Nullable Location lives, Instant since) {

    /** What it is doing. */
    public enum State {
        /** It runs and is ready. */
        RUNNING,
        /** It is meant to run and is not ready. */
        STARTING,
        /** It is there and stopped. */
        STOPPED,
        /** Nothing of it can run; its disks or its records are there. */
        DOWN
    }
}
