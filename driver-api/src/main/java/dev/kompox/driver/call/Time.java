package dev.kompox.driver.call;

import java.time.Duration;
import java.time.Instant;

/** Tell the time and wait: the system's for people, a virtual one for tests. */
public interface Time {

    /** Return the current instant. */
    Instant now();

    /**
     * Wait.
     *
     * @param duration how long; zero or negative returns at once
     * @throws InterruptedException when interrupted before the time is over
     */
    void sleep(Duration duration) throws InterruptedException;

    /** Return the system's time. */
    static Time system() {
        return SystemTime.INSTANCE;
    }
}
