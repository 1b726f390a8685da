package dev.kompox.compose.render;

import dev.kompox.compose.yaml.ScalarNode;
import java.math.BigDecimal;

/** Write scalars as Go's JSON encoder does. */
final class JsonScalars {

    private JsonScalars() {}

    static void print(ScalarNode scalar, StringBuilder out) {
        if (scalar.isNull()) {
            out.append("null");
        } else if (scalar.isBoolean() || scalar.isInteger()) {
            out.append(scalar.text());
        } else if (scalar.isFloat()
                && Character.isDigit(scalar.text().charAt(scalar.text().length() - 1))) {
            out.append(number(scalar.text()));
        } else {
            string(scalar.text(), out);
        }
    }

    private static String number(String text) {
        BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        if (value.signum() == 0) {
            return text;
        }
        int exponent = value.precision() - value.scale() - 1;
        if (exponent >= -6 && exponent < 21) {
            return value.toPlainString();
        }
        String digits = value.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        String sign = value.signum() < 0 ? "-" : "";
        return sign + digits.charAt(0) + fraction + (exponent < 0 ? "e" : "e+") + exponent;
    }

    static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> other(c, out);
            }
        }
        out.append('"');
    }

    /** Go escapes what could end a script in HTML. */
    private static void other(char c, StringBuilder out) {
        boolean html = c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029;
        if (c < ' ' || html) {
            out.append(String.format("\\u%04x", (int) c));
        } else {
            out.append(c);
        }
    }
}
