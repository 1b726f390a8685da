package dev.kompox.lab;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Say how a service's instances behave.
 *
 * @param exitCode the code with which they end when asked to stop
 * @param stubborn whether they do not end by themselves, so that they are killed after their grace
 *     period
 * @param stopTakes how long they take to stop; a stubborn one takes its whole grace period
 * @param healthyAfter how long after the start their health check passes, if they have one
 * @param fails the last line they write before they fail to start; null if they start
 */
public record Conduct(
        int exitCode,
        boolean stubborn,
        Duration stopTakes,
        Duration healthyAfter,
        @Nullable String fails) {

    /** Be good: start at once, stop cleanly. */
    public static final Conduct GOOD =
            new Conduct(0, false, Duration.ofMillis(10), Duration.ZERO, null);

    /** Never stop before being killed. */
    public static Conduct neverStopping() {
        return new Conduct(137, true, Duration.ZERO, Duration.ZERO, null);
    }

    /** Fail to start, with a last line. */
    public static Conduct failing(String line) {
        return new Conduct(1, false, Duration.ofMillis(10), Duration.ZERO, line);
    }

    /** Become healthy only after some time. */
    public static Conduct healthyAfter(Duration time) {
        return new Conduct(0, false, Duration.ofMillis(10), time, null);
    }
}
