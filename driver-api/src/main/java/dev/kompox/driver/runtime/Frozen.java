package dev.kompox.driver.runtime;

import java.time.Duration;
import java.util.List;

/**
 * Hold instances frozen. They thaw when this is closed, when its limit passes, and when this
 * process dies: a watchdog beside them sees to the last two.
 */
public interface Frozen extends AutoCloseable {

    /** Return the names of the frozen instances. */
    List<String> names();

    /**
     * Thaw, and tell whether everything was frozen all the time.
     *
     * @return the report; calling again returns the same
     * @throws dev.kompox.driver.failure.DriverException if an instance may still be frozen; the
     *     sentence says which
     */
    Thawed thaw();

    /** Thaw if that has not happened yet. */
    @Override
    void close();

    /**
     * Report a thaw.
     *
     * @param held how long the instances were frozen
     * @param unbroken whether every instance was frozen from beginning to end; if false, a copy
     *     made meanwhile is no frozen copy
     */
    record Thawed(Duration held, boolean unbroken) {}
}
