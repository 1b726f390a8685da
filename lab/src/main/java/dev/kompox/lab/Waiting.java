package dev.kompox.lab;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.failure.DriverException;
import java.time.Duration;

/** Waits of calls: by the call's own time, never past its deadline. */
final class Waiting {

    /** How often a wait looks. */
    static final Duration POLL = Duration.ofMillis(250);

    private Waiting() {}

    /**
     * Wait as long as something takes.
     *
     * @throws DriverException {@code Transient} when the deadline comes first
     */
    static void sleep(Duration duration, String doing, Call call) {
        Duration left = call.remaining();
        boolean enough = left.compareTo(duration) >= 0;
        pause(enough ? duration : left, doing, call);
        if (!enough) {
            throw Refusal.late(doing);
        }
    }

    /** Wait until one should look again. */
    static void poll(String doing, Call call) {
        Duration left = call.remaining();
        pause(left.compareTo(POLL) < 0 ? left : POLL, doing, call);
    }

    private static void pause(Duration duration, String doing, Call call) {
        try {
            call.time().sleep(duration);
        } catch (InterruptedException e) {
            throw DriverException.interrupted(doing, e);
        }
    }
}
