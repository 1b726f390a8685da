package dev.kompox.operations.engine;

import java.util.random.RandomGenerator;

/**
 * Name an operation: two letters for its kind, a dash, and five characters of {@code 0-9 a-z}.
 *
 * @param value e.g. {@code mv-7k2pq}
 */
public record OperationId(String value) implements Comparable<OperationId> {

    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 8;

    /** Refuses what is no operation id; ids become file names, so nothing else may pass. */
    public OperationId {
        if (!isOne(value)) {
            throw new IllegalArgumentException(
                    "\"" + value + "\" is no operation id; they look like rs-7k2pq");
        }
    }

    /**
     * Make a new id.
     *
     * @param prefix two lower-case letters for the kind
     * @param random where the rest comes from
     */
    public static OperationId next(String prefix, RandomGenerator random) {
        StringBuilder text = new StringBuilder(prefix).append('-');
        while (text.length() < LENGTH) {
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return new OperationId(text.toString());
    }

    /** Tell whether a text is an operation id. */
    public static boolean isOne(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            if (i == 2 ? c != '-' : DIGITS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(OperationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
