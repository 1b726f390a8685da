package dev.kompox.operations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.failure.Category;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RetryTest {

    private static final Category BUSY = new Category.Transient();
    private static final Retry RETRY =
            new Retry(4, Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(1));

    @Test
    void doublesUpToTheLongest() {
        assertThat(longest(1)).isEqualTo(Duration.ofMillis(100));
        assertThat(longest(2)).isEqualTo(Duration.ofMillis(200));
        assertThat(longest(3)).isEqualTo(Duration.ofMillis(300));
        assertThat(shortest(1)).isEqualTo(Duration.ofMillis(50));
        assertThat(shortest(3)).isEqualTo(Duration.ofMillis(150));
    }

    @Test
    void neverOverflowsHoweverManyAttempts() {
        Retry patient =
                new Retry(1000, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofDays(1));
        assertThat(patient.pause(BUSY, 999, Duration.ZERO, always(Long.MAX_VALUE)))
                .contains(Duration.ofSeconds(30));
    }

    @Test
    void givesUpAtTheLastAttempt() {
        assertThat(RETRY.pause(BUSY, 3, Duration.ZERO, new Random(1))).isPresent();
        assertThat(RETRY.pause(BUSY, 4, Duration.ZERO, new Random(1))).isEmpty();
    }

    @Test
    void givesUpWhenTheBudgetIsSpentButNotBefore() {
        assertThat(RETRY.pause(BUSY, 1, Duration.ofMillis(900), always(Long.MAX_VALUE)))
                .contains(Duration.ofMillis(100));
        assertThat(RETRY.pause(BUSY, 1, Duration.ofMillis(901), always(Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void letsTheProviderAskForLongerButNotForShorter() {
        assertThat(throttled(Duration.ofMillis(700))).contains(Duration.ofMillis(700));
        assertThat(throttled(Duration.ofMillis(10))).contains(Duration.ofMillis(100));
        assertThat(throttled(Duration.ofMillis(1001))).isEmpty();
    }

    @Test
    void neverRepeatsWhatIsNotRetryable() {
        assertThat(RETRY.pause(new Category.Invalid(), 1, Duration.ZERO, new Random(1))).isEmpty();
    }

    private static Optional<Duration> throttled(Duration asked) {
        return RETRY.pause(new Category.Throttled(asked), 1, Duration.ZERO, always(Long.MAX_VALUE));
    }

    private static Duration longest(int attempt) {
        return RETRY.pause(BUSY, attempt, Duration.ZERO, always(Long.MAX_VALUE)).orElseThrow();
    }

    private static Duration shortest(int attempt) {
        return RETRY.pause(BUSY, attempt, Duration.ZERO, always(0)).orElseThrow();
    }

    /** Draws the greatest value allowed, or the one given if that is smaller. */
    private static RandomGenerator always(long wished) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return wished;
            }

            @Override
            public long nextLong(long bound) {
                return Math.min(wished, bound - 1);
            }
        };
    }
}
