package dev.kompox.compose.render;

/** Write a text in double quotes, with YAML's escapes. */
final class DoubleQuotes {

    private DoubleQuotes() {}

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            int codePoint = text.codePointAt(i);
            if (codePoint > 0xFFFF) {
                quoted.append(String.format("\\U%08X", codePoint));
                i++;
            } else {
                append(quoted, text.charAt(i));
            }
        }
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, char c) {
        switch (c) {
            case '"', '\\' -> quoted.append('\\').append(c);
            case 0 -> quoted.append("\\0");
            case 7 -> quoted.append("\\a");
            case '\b' -> quoted.append("\\b");
            case '\t' -> quoted.append("\\t");
            case '\n' -> quoted.append("\\n");
            case 0x0B -> quoted.append("\\v");
            case '\f' -> quoted.append("\\f");
            case '\r' -> quoted.append("\\r");
            case 0x1B -> quoted.append("\\e");
            case 0x85 -> quoted.append("\\N");
            case 0xA0 -> quoted.append("\\_");
            case 0x2028 -> quoted.append("\\L");
            case 0x2029 -> quoted.append("\\P");
            default -> other(quoted, c);
        }
    }

    private static void other(StringBuilder quoted, char c) {
        if (ScalarShape.isPrintable(c)) {
            quoted.append(c);
        } else if (c < 0x100) {
            quoted.append(String.format("\\x%02X", (int) c));
        } else {
            quoted.append(String.format("\\u%04X", (int) c));
        }
    }
}
