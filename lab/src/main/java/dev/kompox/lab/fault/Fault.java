package dev.kompox.lab.fault;

import dev.kompox.driver.failure.Category;
import java.time.Duration;

/** Say what goes wrong with one call. */
public sealed interface Fault {

    /** The call has its effect, but the caller gets {@code Transient} instead of an answer. */
    record LostAnswer() implements Fault {}

    /**
     * The call is refused before it has any effect.
     *
     * @param category as what
     */
    record Refused(Category category) implements Fault {}

    /** The process dies before the call has any effect. */
    record CrashBefore() implements Fault {}

    /**
     * The process dies in the middle of the call's effect, wherever that can be cut in two; after
     * it where it cannot.
     *
     * @param cut at which of the places where it can be cut, from 1
     */
    record CrashInside(int cut) implements Fault {}

    /** The call has its effect, and the process dies before it gets the answer. */
    record CrashAfter() implements Fault {}

    /** Make the refusal of a provider that asks to slow down. */
    static Fault throttled(Duration retryAfter) {
        return new Refused(new Category.Throttled(retryAfter));
    }

    /** Make the refusal of a provider that has no room. */
    static Fault noSpace() {
        return new Refused(new Category.Quota("space of the lab", "64 MiB", "64 MiB"));
    }
}
