package dev.kompox.compose.yaml;

import java.math.BigDecimal;

/**
 * Print a floating-point number as Go's {@code %v} does: shortest digits that read back the same,
 * with an exponent below 1e-4 and from 1e6 on.
 */
public final class GoFloat {

    private GoFloat() {}

    /** Print a number of double precision. */
    public static String format(double value) {
        return format(value, BigDecimal.valueOf(value == 0 ? 0 : value));
    }

    /** Print a number of single precision. */
    public static String format(float value) {
        return format(value, new BigDecimal(Float.toString(value)));
    }

    private static String format(double value, BigDecimal shortest) {
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal decimal = shortest.stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent >= -4 && exponent < 6) {
            return decimal.toPlainString();
        }
        String digits = decimal.unscaledValue().abs().toString();
        StringBuilder text = new StringBuilder(value < 0 ? "-" : "").append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        }
        text.append('e').append(exponent < 0 ? '-' : '+');
        int size = Math.abs(exponent);
        return text.append(size < 10 ? "0" : "").append(size).toString();
    }
}
