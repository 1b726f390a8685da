package dev.kompox.compose.yaml;

import java.util.regex.Pattern;

/**
 * Show a place of a source to people: the line before, the line itself, and carets under it.
 *
 * <p>Lines are cut to 160 characters around the place, so that a huge line stays readable. What
 * stands for a user and a password in a URL is hidden.
 */
public final class Snippet {

    private static final int WIDTH = 160;

    // a password may hold anything but what ends the place of a login in a URL
    private static final Pattern LOGIN = Pattern.compile("(?<=://)[^/@\\s\"']{1,200}(?=@)");

    private Snippet() {}

    /**
     * Render the place without a note.
     *
     * @param text the whole source
     * @param location the place in it
     * @param length how many characters to underline, at least one
     * @return two or three lines without a trailing line break, or empty when the line is not there
     */
    public static String of(String text, Location location, int length) {
        return of(text, location, length, "");
    }

    /**
     * Render the place with a note behind the carets.
     *
     * @param text the whole source
     * @param location the place in it
     * @param length how many characters to underline, at least one
     * @param note what to say behind the carets, or empty
     * @return two or three lines without a trailing line break, or empty when the line is not there
     */
    public static String of(String text, Location location, int length, String note) {
        int start = lineStart(text, location.line());
        if (start < 0) {
            return "";
        }
        String line = lineAt(text, start);
        int gutter = Math.max(2, Integer.toString(location.line()).length()) + 1;
        StringBuilder result = new StringBuilder();
        if (location.line() > 1) {
            String before = lineAt(text, lineStart(text, location.line() - 1));
            if (!before.isBlank() && indent(before) <= indent(line)) {
                numbered(result, gutter, location.line() - 1, window(before, 0)).append('\n');
            }
        }
        int shift = Math.max(0, location.column() - 1 - WIDTH / 2);
        numbered(result, gutter, location.line(), window(line, shift)).append('\n');
        int under = Math.max(1, Math.min(length, line.length() - location.column() + 1));
        result.append(" ".repeat(gutter)).append(" │ ");
        result.append(" ".repeat(location.column() - 1 - shift));
        result.append("^".repeat(Math.min(under, WIDTH / 2)));
        return result.append(note.isEmpty() ? "" : " " + note).toString();
    }

    /** Deeper lines belong to another key and may hold its secrets. */
    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static StringBuilder numbered(StringBuilder result, int gutter, int line, String text) {
        String number = Integer.toString(line);
        result.append(" ".repeat(gutter - number.length())).append(number);
        return result.append(" │ ").append(text);
    }

    private static String window(String line, int from) {
        int begin = Math.min(from, line.length());
        return line.substring(begin, Math.min(line.length(), begin + WIDTH)).replace('\t', ' ');
    }

    private static int lineStart(String text, int line) {
        int start = 0;
        for (int current = 1; current < line; current++) {
            int end = lineEnd(text, start);
            if (end >= text.length()) {
                return -1;
            }
            boolean pair = text.charAt(end) == '\r' && text.startsWith("\n", end + 1);
            start = end + (pair ? 2 : 1);
        }
        return start;
    }

    private static String lineAt(String text, int start) {
        String line = text.substring(start, lineEnd(text, start));
        return line.indexOf('@') < 0
                ? line
                : LOGIN.matcher(line).replaceAll(login -> "*".repeat(login.group().length()));
    }

    private static int lineEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
