package dev.kompox.compose.variables;

/** Expand the shell escapes of a double-quoted value; unknown ones stay as written. */
final class DotenvEscapes {

    private DotenvEscapes() {}

    static String expand(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder expanded = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                at = escape(text, at, expanded);
            } else {
                expanded.append(c);
                at++;
            }
        }
        return expanded.toString();
    }

    private static int escape(String text, int backslash, StringBuilder expanded) {
        char c = text.charAt(backslash + 1);
        if (c == '0') {
            return octal(text, backslash, expanded);
        }
        int known = "abfnrtv\"\\".indexOf(c);
        if (known >= 0) {
            expanded.append("\u0007\b\f\n\r\t\u000B\"\\".charAt(known));
        } else if (c == '$') {
            // the template reads $$ as a dollar sign
            expanded.append("$$");
        } else {
            expanded.append('\\').append(c);
        }
        return backslash + 2;
    }

    /** Read a backslash, a zero and up to three octal digits; only all three make a character. */
    private static int octal(String text, int backslash, StringBuilder expanded) {
        int end = backslash + 2;
        while (end < text.length() && end < backslash + 5 && isDigit(text.charAt(end))) {
            end++;
        }
        String digits = text.substring(backslash + 2, end);
        boolean valid = digits.length() == 3 && digits.chars().allMatch(d -> d < '8');
        if (valid && Integer.parseInt(digits, 8) < 256) {
            expanded.append((char) Integer.parseInt(digits, 8));
        } else {
            expanded.append(text, backslash, end);
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
