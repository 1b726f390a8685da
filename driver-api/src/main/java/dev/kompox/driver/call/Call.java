package dev.kompox.driver.call;

import java.time.Duration;
import java.time.Instant;

/**
 * Accompany one call of a facet.
 *
 * @param token on whose behalf; see {@link Token}
 * @param deadline the instant, by {@code time}, after which the call must fail instead of waiting
 *     on
 * @param time the clock that every wait uses
 * @param progress who listens
 */
public record Call(Token token, Instant deadline, Time time, Progress progress) {

    /**
     * Make a call that may take {@code limit} from now on, by the system's clock, with nobody
     * listening.
     */
    public static Call within(Duration limit, Token token) {
        Time time = Time.system();
        return new Call(token, time.now().plus(limit), time, Progress.none());
    }

    /** Return this call with another listener. */
    public Call with(Progress listener) {
        return new Call(token, deadline, time, listener);
    }

    /** Return the time left until the deadline; zero once it has passed. */
    public Duration remaining() {
        Duration left = Duration.between(time.now(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Tell whether the deadline has passed. */
    public boolean expired() {
        return !time.now().isBefore(deadline);
    }
}
