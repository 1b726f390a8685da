package dev.kompox.manifest.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CompactIdTest {

    private static final RandomGenerator LARGEST = fixed(0xFFFFFF);

    @Test
    void beginsWithTheSecond() {
        Instant time = Instant.ofEpochSecond(1735689600);
        assertThat(CompactId.at(time, fixed(0))).hasToString("0spduo000000");
        assertThat(CompactId.at(time.plusMillis(999), LARGEST)).hasToString("0spduo09zldr");
    }

    @Test
    void tellsWhenItWasMade() {
        assertThat(new CompactId("0t4mrd500000").time()).isEqualTo("2025-10-24T09:51:05Z");
    }

    @Test
    void asksForTwentyFourRandomBits() {
        int[] bound = {0};
        RandomGenerator random =
                new RandomGenerator() {
                    @Override
                    public int nextInt(int limit) {
                        bound[0] = limit;
                        return 7;
                    }

                    @Override
                    public long nextLong() {
                        throw new AssertionError("not asked for");
                    }
                };
        assertThat(CompactId.at(Instant.EPOCH, random)).hasToString("000000000007");
        assertThat(bound[0]).isEqualTo(1 << 24);
    }

    @Test
    void sortsByTime() {
        CompactId early = CompactId.at(Instant.ofEpochSecond(1_700_000_000), LARGEST);
        CompactId late = CompactId.at(Instant.ofEpochSecond(1_700_000_001), fixed(0));
        assertThat(early).isLessThan(late).isEqualByComparingTo(early);
    }

    @Test
    void differsWithinOneSecond() {
        RandomGenerator random = new Random(42);
        assertThat(CompactId.at(Instant.EPOCH, random))
                .isNotEqualTo(CompactId.at(Instant.EPOCH, random));
    }

    @Test
    void holdsTheTimesOfSevenDigits() {
        assertThat(CompactId.at(Instant.ofEpochSecond(78_364_164_095L), fixed(0)))
                .hasToString("zzzzzzz00000");
        assertThat(CompactId.at(Instant.EPOCH, fixed(0))).hasToString("000000000000");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 78_364_164_096L})
    void refusesOtherTimes(long seconds) {
        Instant time = Instant.ofEpochSecond(seconds);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompactId.at(time, LARGEST))
                .withMessage("a compact id cannot hold the time " + time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0spduo00000", "0spduo0000000", "0spduo00000A"})
    void refusesWhatIsNoCompactId(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CompactId(text))
                .withMessageContaining("twelve of 0-9 and a-z");
    }

    private static RandomGenerator fixed(int value) {
        return new RandomGenerator() {
            @Override
            public int nextInt(int bound) {
                return value;
            }

            @Override
            public long nextLong() {
                return value;
            }
        };
    }
}
