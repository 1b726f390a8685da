package dev.kompox.operations.engine;

/** Tell facts about the world by name, as a plan's assumptions name them. */
@FunctionalInterface
public interface Facts {

    /**
     * Read a fact.
     *
     * @return its value now, for people too; {@code "absent"} if the thing is proven not to be
     *     there
     * @throws dev.kompox.driver.failure.DriverException if it cannot be read
     */
    String read(String fact);

    /** Return facts for plans that assume nothing. */
    static Facts none() {
        return fact -> {
            throw new IllegalArgumentException("no fact is called " + fact);
        };
    }
}
