package dev.kompox.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Wait for what somebody else does, and no longer than a limit. */
final class Poll {

    private Poll() {}

    /**
     * Wait until something is so.
     *
     * @param what it, as a sentence, for the failure
     */
    static void until(String what, int seconds, Callable<Boolean> so) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(seconds));
        while (!holds(so)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("after " + seconds + " s not yet: " + what);
            }
            Thread.sleep(50);
        }
    }

    /** Expect that something stays as it is for a while. */
    static void during(String what, int seconds, Callable<Boolean> so) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(seconds));
        while (Instant.now().isBefore(end)) {
            if (!holds(so)) {
                throw new AssertionError("no longer: " + what);
            }
            Thread.sleep(500);
        }
    }

    private static boolean holds(Callable<Boolean> so) {
        try {
            return so.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
