package dev.kompox.driver.failure;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Say what kind of failure a call met; retry and exit code follow from it in one place.
 *
 * <p>The family is closed: a driver that meets something it does not know reports {@link Transient}
 * only if the provider calls it so, otherwise {@link Corrupt} or {@link Invalid}.
 */
public sealed interface Category {

    /**
     * The same call may succeed when made again: a broken connection, a restarting engine, HTTP
     * 5xx.
     */
    record Transient() implements Category {}

    /**
     * The provider asks to slow down.
     *
     * @param retryAfter the pause the provider named, or zero if it named none
     */
    record Throttled(Duration retryAfter) implements Category {}

    /**
     * Another thing stands where this one should: same name with another specification, or a lost
     * compare-and-swap.
     *
     * @param wanted what was asked for, for people
     * @param found what is there, for people
     */
    record Conflict(String wanted, String found) implements Category {}

    /**
     * The provider refuses this user.
     *
     * @param missing the permission that is missing, in the provider's own words
     */
    record Denied(String missing) implements Category {}

    /**
     * A limit is reached.
     *
     * @param which the limited thing, e.g. {@code "space on /var/lib/docker"}
     * @param used how much is in use, with unit, or null if unknown
     * @param limit the limit, with unit, or null if unknown
     */
    record Quota(String which, @Nullable String used, @Nullable String limit) implements Category {}

    /** The request itself is wrong and will stay wrong. */
    record Invalid() implements Category {}

    /** The thing named is not there, proven by a complete and successful read. */
    record NotFound() implements Category {}

    /**
     * Somebody holds the thing.
     *
     * @param by the holders, for people, e.g. {@code "container shop-db-1"}
     */
    record InUse(List<String> by) implements Category {
        /** Copies the list. */
        public InUse {
            by = List.copyOf(by);
        }
    }

    /** What is there contradicts itself or cannot be read: a damaged record, a truncated answer. */
    record Corrupt() implements Category {}

    /** The caller asked to stop; nothing is wrong, what was begun may be half done. */
    record Interrupted() implements Category {}

    /**
     * The provider cannot do this at all; the driver's capabilities say so too.
     *
     * @param capability the capability that is missing, e.g. {@code "disks.resize"}
     */
    record Unsupported(String capability) implements Category {}

    /** Tell whether the same call, made again unchanged, has a chance. */
    default boolean retryable() {
        return this instanceof Transient || this instanceof Throttled;
    }
}
