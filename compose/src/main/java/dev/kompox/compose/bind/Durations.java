package dev.kompox.compose.bind;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * Read durations such as {@code 1m30s} or {@code 2d} and print them as Go does (Compose
 * Specification, "Specifying durations").
 */
public final class Durations {

    private static final long SECOND = 1_000_000_000L;

    private Durations() {}

    /**
     * Read a duration.
     *
     * @throws IllegalArgumentException when it is not one, has no unit or is too long
     */
    public static Duration parse(String text) {
        String rest = text;
        boolean negative = rest.startsWith("-");
        if (negative || rest.startsWith("+")) {
            rest = rest.substring(1);
        }
        if (rest.equals("0")) {
            return Duration.ZERO;
        }
        if (rest.isEmpty() || rest.length() > 100) {
            throw bad(text);
        }
        BigDecimal total = BigDecimal.ZERO;
        int at = 0;
        while (at < rest.length()) {
            int unit = end(rest, at, true);
            int next = end(rest, unit, false);
            if (unit == at || next == unit || rest.substring(at, unit).equals(".")) {
                throw bad(text);
            }
            BigDecimal nanoseconds = BigDecimal.valueOf(unit(rest.substring(unit, next), text));
            total = total.add(number(rest.substring(at, unit), text).multiply(nanoseconds));
            at = next;
        }
        if (total.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw bad(text);
        }
        Duration duration = Duration.ofNanos(total.longValue());
        return negative ? duration.negated() : duration;
    }

    private static BigDecimal number(String digits, String text) {
        try {
            return new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw bad(text);
        }
    }

    private static int end(String text, int from, boolean digits) {
        int at = from;
        while (at < text.length() && isNumeric(text.charAt(at)) == digits) {
            at++;
        }
        return at;
    }

    private static boolean isNumeric(char c) {
        return c == '.' || (c >= '0' && c <= '9');
    }

    private static long unit(String unit, String text) {
        return switch (unit) {
            case "ns" -> 1;
            case "us", "\u00B5s", "\u03BCs" -> 1_000;
            case "ms" -> 1_000_000;
            case "s" -> SECOND;
            case "m" -> 60 * SECOND;
            case "h" -> 3600 * SECOND;
            case "d" -> 24 * 3600 * SECOND;
            case "w" -> 7 * 24 * 3600 * SECOND;
            default -> throw bad(text);
        };
    }

    private static IllegalArgumentException bad(String text) {
        return new IllegalArgumentException("\"" + text + "\" is no duration such as 1m30s");
    }

    /** Print a duration as Go does: {@code 1h0m0s}, {@code 1.5s}, {@code 20ms}. */
    public static String format(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        String sign = duration.isNegative() ? "-" : "";
        Duration size = duration.abs();
        long nanoseconds = size.toNanos();
        if (nanoseconds < SECOND) {
            return sign + small(nanoseconds);
        }
        StringBuilder text = new StringBuilder(sign);
        if (size.toHours() > 0) {
            text.append(size.toHours()).append('h');
        }
        if (size.toMinutes() > 0) {
            text.append(size.toMinutesPart()).append('m');
        }
        return text.append(plain(nanoseconds % (60 * SECOND), SECOND)).append('s').toString();
    }

    private static String small(long nanoseconds) {
        if (nanoseconds < 1_000) {
            return nanoseconds + "ns";
        }
        return nanoseconds < 1_000_000
                ? plain(nanoseconds, 1_000) + "\u00B5s"
                : plain(nanoseconds, 1_000_000) + "ms";
    }

    private static String plain(long value, long unit) {
        BigDecimal quotient = BigDecimal.valueOf(value).divide(BigDecimal.valueOf(unit));
        return value == 0 ? "0" : quotient.stripTrailingZeros().toPlainString();
    }
}
