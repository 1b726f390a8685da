package dev.kompox.compose.bind;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Read sizes such as {@code 512m} or {@code 1.5GiB}: units are powers of 1024 (Compose
 * Specification, "Specifying byte values").
 */
public final class ByteSizes {

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");

    private ByteSizes() {}

    /**
     * Read a size in bytes.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static long parse(String text) {
        if (WHOLE.matcher(text).matches()) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("\"" + text + "\" is more than 8 EiB", e);
            }
        }
        int last = text.length() - 1;
        while (last >= 0 && "0123456789. ".indexOf(text.charAt(last)) < 0) {
            last--;
        }
        if (last < 0) {
            throw bad(text);
        }
        int end = text.charAt(last) == ' ' ? last : last + 1;
        double number = number(text.substring(0, end), text);
        String suffix = text.substring(last + 1).toLowerCase(Locale.ROOT);
        double bytes = number * multiplier(suffix, text);
        if (bytes >= 0x1p63) {
            throw new IllegalArgumentException("\"" + text + "\" is more than 8 EiB");
        }
        return (long) bytes;
    }

    private static double number(String digits, String text) {
        boolean plain = !digits.isEmpty();
        for (int i = 0; i < digits.length(); i++) {
            plain &= "0123456789.eE+-".indexOf(digits.charAt(i)) >= 0;
        }
        try {
            double number = plain ? Double.parseDouble(digits) : -1;
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw bad(text);
        }
        throw bad(text);
    }

    private static double multiplier(String suffix, String text) {
        if (suffix.isEmpty() || suffix.equals("b")) {
            return 1;
        }
        int power = "kmgtp".indexOf(suffix.charAt(0)) + 1;
        String behind = suffix.substring(1);
        if (power == 0 || !(behind.isEmpty() || behind.equals("b") || behind.equals("ib"))) {
            throw bad(text);
        }
        return Math.pow(1024, power);
    }

    private static IllegalArgumentException bad(String text) {
        return new IllegalArgumentException("\"" + text + "\" is no size such as 512m");
    }
}
