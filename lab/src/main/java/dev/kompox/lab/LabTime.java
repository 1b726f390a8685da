package dev.kompox.lab;

import dev.kompox.driver.call.Time;
import java.time.Duration;
import java.time.Instant;

/** Tell a time that passes only while somebody sleeps, or is told to pass. */
public final class LabTime implements Time {

    /** When every world begins. */
    public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private Instant now = START;

    /** Begin at {@link #START}. */
    public LabTime() {}

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (!duration.isPositive()) {
            return;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pass(duration);
    }

    /** Let time pass. */
    public synchronized void pass(Duration duration) {
        now = now.plus(duration);
    }

    /** Return a clock that is wrong by some time, forward or backward, and passes with this one. */
    public Time skewed(Duration by) {
        LabTime right = this;
        return new Time() {
            @Override
            public Instant now() {
                return right.now().plus(by);
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                right.sleep(duration);
            }
        };
    }
}
