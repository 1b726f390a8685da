package dev.kompox.operations.world;

import dev.kompox.driver.call.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tell a time that passes only while somebody sleeps, and remember the pauses. */
public final class ManualTime implements Time {

    /** When every world begins. */
    public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private Instant now = START;
    private final List<Duration> pauses = new ArrayList<>();

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        if (!duration.isPositive()) {
            return;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        now = now.plus(duration);
        pauses.add(duration);
    }

    /** Let time pass. */
    public synchronized void pass(Duration duration) {
        now = now.plus(duration);
    }

    /** Return every pause slept so far. */
    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
