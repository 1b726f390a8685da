package dev.kompox.manifest.hash;

import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Hold a short id that sorts by the second it was made in: the default name of a disk or snapshot.
 *
 * <p>Seven base-36 digits of Unix time in seconds, then five of 24 random bits. Two made in the
 * same second are the same once in 16 million; whoever uses it as a name checks that the name is
 * free.
 *
 * @param value twelve of {@code 0-9a-z}
 */
public record CompactId(String value) implements Comparable<CompactId> {

    private static final int TIME_DIGITS = 7;
    private static final int RANDOM_DIGITS = 5;
    private static final int RANDOM_BITS = 24;
    private static final long END = 78_364_164_096L;

    /** Check the twelve characters. */
    public CompactId {
        if (value.length() != TIME_DIGITS + RANDOM_DIGITS || !Base36.isAllDigits(value)) {
            throw new IllegalArgumentException(
                    "\"" + value + "\" is not a compact id: twelve of 0-9 and a-z");
        }
    }

    /**
     * Make an id.
     *
     * @param time when; from 1970 to 4453, the fraction of the second is left out
     * @param random where the random part is taken from
     * @throws IllegalArgumentException if the time cannot be written in seven digits
     */
    public static CompactId at(Instant time, RandomGenerator random) {
        long seconds = time.getEpochSecond();
        if (seconds < 0 || seconds >= END) {
            throw new IllegalArgumentException("a compact id cannot hold the time " + time);
        }
        return new CompactId(
                Base36.padded(seconds, TIME_DIGITS)
                        + Base36.padded(random.nextInt(1 << RANDOM_BITS), RANDOM_DIGITS));
    }

    /** Give the second it was made in. */
    public Instant time() {
        String digits = value.substring(0, TIME_DIGITS);
        return Instant.ofEpochSecond(Long.parseLong(digits, Character.MAX_RADIX));
    }

    @Override
    public int compareTo(CompactId other) {
        return value.compareTo(other.value);
    }

    /** Give the twelve characters. */
    @Override
    public String toString() {
        return value;
    }
}
