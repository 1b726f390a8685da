package dev.kompox.driver;

import java.util.List;

/**
 * Make drivers of one provider. Found by {@link java.util.ServiceLoader}; loaded only when named.
 */
public interface DriverProvider {

    /** Return the name by which users choose it, e.g. {@code docker}. */
    String name();

    /** Return one line about it for {@code driver list}. */
    String summary();

    /**
     * Begin, beside the caller, what takes a while before a place can be worked at. Whoever is
     * going to open one calls it as early as that is known; nobody has to. Never fails, reads and
     * changes nothing outside the process.
     */
    default void warmUp() {}

    /**
     * Reach a place.
     *
     * @throws dev.kompox.driver.failure.DriverException with the remedy if the place does not
     *     answer, refuses this user, or is too old
     */
    Driver open(DriverSettings settings);

    /**
     * Examine everything this provider needs on this machine, in a useful order. Never fails: a
     * finding says so.
     */
    List<Finding> examine(DriverSettings settings);
}
