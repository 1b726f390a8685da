package dev.kompox.manifest.kom;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Hold how large a disk is.
 *
 * @param bytes the size in bytes, at least 1
 */
public record VolumeSize(long bytes) {

    private static final List<String> BINARY = List.of("Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final List<String> DECIMAL = List.of("k", "M", "G", "T", "P", "E");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    /** Check that it is positive. */
    public VolumeSize {
        if (bytes < 1) {
            throw new IllegalArgumentException("a size is at least 1 byte, not " + bytes);
        }
    }

    /**
     * Read a size: a number, and Ki, Mi, Gi, Ti, Pi, Ei (powers of 1024) or k, M, G, T, P, E
     * (powers of 1000) behind it, or an exponent as in {@code 1e9}. Parts of a byte are rounded up,
     * as a Kubernetes quantity rounds them.
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    public static VolumeSize parse(String text) {
        int end = numberEnd(text);
        BigDecimal bytes = number(text, end).multiply(factor(text, text.substring(end)));
        if (bytes.signum() <= 0) {
            throw refuse(text, "a size is at least 1 byte");
        }
        if (bytes.compareTo(LARGEST) > 0) {
            throw refuse(text, "the largest is 8Ei less one byte");
        }
        // a number that is tiny is not scaled: its digits after the point could fill the memory
        boolean tiny = bytes.compareTo(BigDecimal.ONE) <= 0;
        return new VolumeSize(tiny ? 1 : bytes.setScale(0, RoundingMode.CEILING).longValueExact());
    }

    private static int numberEnd(String text) {
        int end = 0;
        while (end < text.length() && !isLetter(text.charAt(end))) {
            end++;
        }
        boolean exponent =
                end + 1 < text.length()
                        && (text.charAt(end) == 'e' || text.charAt(end) == 'E')
                        && !isLetter(text.charAt(end + 1));
        return exponent ? text.length() : end;
    }

    private static BigDecimal number(String text, int end) {
        try {
            return new BigDecimal(text.substring(0, end));
        } catch (NumberFormatException e) {
            throw refuse(text, "write a number of bytes, or one with a unit such as 20Gi");
        }
    }

    private static BigDecimal factor(String text, String unit) {
        int binary = BINARY.indexOf(unit);
        if (binary >= 0) {
            return BigDecimal.valueOf(1024).pow(binary + 1);
        }
        int decimal = DECIMAL.indexOf(unit);
        if (decimal < 0 && !unit.isEmpty()) {
            throw refuse(text, "the units are Ki, Mi, Gi, Ti, Pi, Ei and k, M, G, T, P, E");
        }
        return BigDecimal.valueOf(1000).pow(decimal + 1);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static IllegalArgumentException refuse(String text, String why) {
        return new IllegalArgumentException("\"%s\" is not a size: %s".formatted(text, why));
    }
}
