package dev.kompox.manifest.hash;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Hold the six characters that stand for something long in names of real things.
 *
 * <p>It is the SHA-256 digest as an unsigned big-endian number in base 36, filled up with {@code 0}
 * on the left, cut to its first six digits. Names in clouds carry it, so it never changes. The
 * first digit is mostly 1 to 6: about 27 bits tell two things apart, so a name never rests on it
 * alone.
 *
 * @param value six of {@code 0-9a-z}
 */
public record ShortHash(String value) implements Comparable<ShortHash> {

    private static final int LENGTH = 6;

    /** Check the six characters. */
    public ShortHash {
        if (!isHash(value)) {
            throw new IllegalArgumentException(
                    "\"" + value + "\" is not a short hash: six of 0-9 and a-z");
        }
    }

    /** Hash a text, taken as UTF-8. */
    public static ShortHash of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Hash bytes. */
    public static ShortHash of(byte[] bytes) {
        String digits = new BigInteger(1, Sha256.of(bytes)).toString(Character.MAX_RADIX);
        return new ShortHash(Base36.padded(digits, LENGTH).substring(0, LENGTH));
    }

    private static boolean isHash(String value) {
        return value.length() == LENGTH && Base36.isAllDigits(value);
    }

    @Override
    public int compareTo(ShortHash other) {
        return value.compareTo(other.value);
    }

    /** Give the six characters. */
    @Override
    public String toString() {
        return value;
    }
}
