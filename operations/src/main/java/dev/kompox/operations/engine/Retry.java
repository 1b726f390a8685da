package dev.kompox.operations.engine;

import dev.kompox.driver.failure.Category;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Decide whether, and after which pause, a failed attempt is made again. The only place that does.
 *
 * <p>Pauses double from {@code first} to {@code longest} with a random part of up to half, so that
 * several clients do not return together; a provider's own {@code Retry-After} wins if it is
 * longer.
 *
 * @param attempts the most attempts of one step
 * @param first the pause after the first failure
 * @param longest the longest pause
 * @param budget the sum of pauses that one operation may spend
 */
public record Retry(int attempts, Duration first, Duration longest, Duration budget) {

    /** What commands use: 6 attempts, pauses from 0.5 s to 30 s, at most 5 minutes in all. */
    public static final Retry STANDARD =
            new Retry(6, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(5));

    /**
     * Decide about one failure.
     *
     * @param category the kind of failure
     * @param attempt the attempt that failed, from 1
     * @param spent the pauses that the operation has spent so far
     * @return the pause, or empty if it must not be tried again
     */
    Optional<Duration> pause(
            Category category, int attempt, Duration spent, RandomGenerator random) {
        if (!category.retryable() || attempt >= attempts) {
            return Optional.empty();
        }
        long doubled = Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt - 1, 20));
        Duration pause = Duration.ofMillis(doubled / 2 + random.nextLong(doubled / 2 + 1));
        if (category instanceof Category.Throttled(Duration asked) && asked.compareTo(pause) > 0) {
            pause = asked;
        }
        return spent.plus(pause).compareTo(budget) > 0 ? Optional.empty() : Optional.of(pause);
    }
}
