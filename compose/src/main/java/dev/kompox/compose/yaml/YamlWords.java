package dev.kompox.compose.yaml;

/** Tell texts that other readers of YAML would take for something else. */
public final class YamlWords {

    private static final Location NOWHERE = new Location("", 1, 1);

    private YamlWords() {}

    /**
     * Say whether a text without quotes is read back as a text, by readers of YAML 1.1 too: not a
     * number, a date, {@code yes}, {@code no}, or a number in base 60.
     */
    public static boolean isPlainText(String text) {
        if (text.equals("<<")) {
            return true;
        }
        return Scalars.resolve(NOWHERE, "", text, true).isString()
                && !isOldBoolean(text)
                && !isBase60(text);
    }

    private static boolean isOldBoolean(String text) {
        return switch (text) {
            case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON" -> true;
            case "n", "N", "no", "No", "NO", "off", "Off", "OFF" -> true;
            default -> false;
        };
    }

    /** Match {@code [-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?}. */
    private static boolean isBase60(String text) {
        int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int start = at;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (at == start || text.charAt(start) == '_') {
            return false;
        }
        int groups = 0;
        while (at < text.length() && text.charAt(at) == ':') {
            int end = at + 1;
            while (end < text.length() && end < at + 3 && isDigit(text.charAt(end))) {
                end++;
            }
            if (end == at + 1 || (end == at + 3 && text.charAt(at + 1) > '5')) {
                return false;
            }
            at = end;
            groups++;
        }
        return groups > 0 && isFraction(text, at);
    }

    private static boolean isFraction(String text, int from) {
        if (from == text.length()) {
            return true;
        }
        boolean fraction = text.charAt(from) == '.';
        for (int i = from + 1; i < text.length(); i++) {
            fraction &= isDigit(text.charAt(i)) || text.charAt(i) == '_';
        }
        return fraction;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
