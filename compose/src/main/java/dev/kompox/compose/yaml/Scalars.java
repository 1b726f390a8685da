package dev.kompox.compose.yaml;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Decide what a scalar is, as go-yaml 3 does: the YAML 1.1 numbers without sexagesimals, the YAML
 * 1.2 booleans, dates.
 */
final class Scalars {

    private static final BigInteger LARGEST = new BigInteger("18446744073709551615");
    private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);

    private Scalars() {}

    static ScalarNode resolve(Location location, String tag, String written, boolean plain) {
        return switch (tag) {
            case "" ->
                    plain
                            ? untagged(location, written)
                            : new ScalarNode(location, Tag.STRING, written, written);
            case "!", Tag.STRING -> new ScalarNode(location, Tag.STRING, written, written);
            case Tag.FLOAT -> asFloat(location, written);
            case Tag.INTEGER -> asInteger(location, written);
            case Tag.BINARY -> binary(location, written);
            case Tag.BOOLEAN, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE -> {
                ScalarNode node = untagged(location, written);
                yield node.tag().equals(tag) ? node : node.withTag(tag);
            }
            default -> new ScalarNode(location, tag, written, written);
        };
    }

    private static ScalarNode asInteger(Location location, String written) {
        ScalarNode node = untagged(location, written);
        boolean fraction = node.isFloat() && !node.isWhole();
        return node.isString() || fraction
                ? new ScalarNode(location, Tag.INTEGER + " that is none", written, written)
                : node.withTag(Tag.INTEGER);
    }

    private static ScalarNode binary(Location location, String written) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(written);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return new ScalarNode(location, Tag.STRING, text, written);
        } catch (IllegalArgumentException e) {
            return new ScalarNode(location, Tag.BINARY, written, written);
        }
    }

    private static ScalarNode asFloat(Location location, String written) {
        ScalarNode node = untagged(location, written);
        return node.isInteger() ? node.withTag(Tag.FLOAT) : node;
    }

    private static ScalarNode untagged(Location location, String written) {
        return switch (written) {
            case "", "~", "null", "Null", "NULL" -> new ScalarNode(location, Tag.NULL, "", written);
            case "true", "True", "TRUE" -> new ScalarNode(location, Tag.BOOLEAN, "true", written);
            case "false", "False", "FALSE" ->
                    new ScalarNode(location, Tag.BOOLEAN, "false", written);
            case ".nan", ".NaN", ".NAN" -> new ScalarNode(location, Tag.FLOAT, "NaN", written);
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" ->
                    new ScalarNode(location, Tag.FLOAT, "+Inf", written);
            case "-.inf", "-.Inf", "-.INF" -> new ScalarNode(location, Tag.FLOAT, "-Inf", written);
            case "<<" -> new ScalarNode(location, Tag.MERGE, written, written);
            default -> number(location, written);
        };
    }

    private static ScalarNode number(Location location, String written) {
        char first = written.charAt(0);
        if (first == '.') {
            return isDecimal(written)
                    ? decimal(location, written, written)
                    : text(location, written);
        }
        if (first != '+' && first != '-' && !isDigit(first)) {
            return text(location, written);
        }
        if (Timestamps.matches(written)) {
            return new ScalarNode(location, Tag.TIMESTAMP, Timestamps.inFull(written), written);
        }
        String digits = written.indexOf('_') < 0 ? written : written.replace("_", "");
        String whole = wholeNumber(digits);
        if (whole != null) {
            return new ScalarNode(location, Tag.INTEGER, whole, written);
        }
        return isDecimal(digits) ? decimal(location, digits, written) : text(location, written);
    }

    private static ScalarNode text(Location location, String written) {
        return new ScalarNode(location, Tag.STRING, written, written);
    }

    private static ScalarNode decimal(Location location, String digits, String written) {
        if (digits.length() > 400) {
            return text(location, written);
        }
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            return text(location, written);
        }
        return new ScalarNode(location, Tag.FLOAT, GoFloat.format(value), written);
    }

    /** Give the decimal form of a whole number that fits 64 bits, or null when it is none. */
    private static @Nullable String wholeNumber(String text) {
        int at = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
        boolean negative = text.charAt(0) == '-';
        int radix = radix(text, at);
        if (radix != 10) {
            at += Character.isLetter(text.charAt(at + 1)) ? 2 : 1;
        }
        if (at >= text.length() || text.length() > 80) {
            return null;
        }
        for (int i = at; i < text.length(); i++) {
            if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), radix) < 0) {
                return null;
            }
        }
        BigInteger value = new BigInteger(text.substring(at), radix);
        value = negative ? value.negate() : value;
        boolean fits = value.compareTo(LARGEST) <= 0 && value.compareTo(SMALLEST) >= 0;
        return fits ? value.toString() : null;
    }

    private static int radix(String text, int at) {
        if (text.length() < at + 2 || text.charAt(at) != '0') {
            return 10;
        }
        return switch (text.charAt(at + 1)) {
            case 'x', 'X' -> 16;
            case 'b', 'B' -> 2;
            default -> 8;
        };
    }

    /** Match {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}. */
    private static boolean isDecimal(String text) {
        int at = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
        int whole = digitsFrom(text, at) - at;
        at += whole;
        int fraction = 0;
        if (at < text.length() && text.charAt(at) == '.') {
            fraction = digitsFrom(text, at + 1) - at - 1;
            at += 1 + fraction;
        }
        if (whole + fraction == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = at + 1;
            if (exponent < text.length()
                    && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
                exponent++;
            }
            at = digitsFrom(text, exponent);
            if (at == exponent || at - exponent > 6) {
                return false;
            }
        }
        return at == text.length();
    }

    private static int digitsFrom(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
