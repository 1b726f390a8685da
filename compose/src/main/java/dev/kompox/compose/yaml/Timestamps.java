package dev.kompox.compose.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tell dates and times as go-yaml 3 does: {@code 2006-1-2} with an optional time behind it. */
final class Timestamps {

    private static final Pattern PARTS =
            Pattern.compile(
                    "(\\d{4})-(\\d{1,2})-(\\d{1,2})"
                            + "(?:[Tt ] *(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\.(\\d+))?(Z|[+-]\\d\\d:\\d\\d)?)?");

    private final String text;
    private int at;

    private Timestamps(String text) {
        this.text = text;
    }

    static boolean matches(String text) {
        if (text.length() < 8 || text.charAt(4) != '-') {
            return false;
        }
        return new Timestamps(text).read();
    }

    /**
     * Write a date or time as docker compose prints it (RFC 3339): in universal time if it names no
     * zone, with a fraction of a second of nine digits at most.
     */
    static String inFull(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        StringBuilder full = new StringBuilder(part(parts, 1));
        for (int i = 2; i <= 6; i++) {
            full.append("--T::".charAt(i - 2))
                    .append(("0" + part(parts, i)).replaceFirst("^0(?=..)", ""));
        }
        String fraction = part(parts, 7);
        fraction = fraction.substring(0, Math.min(9, fraction.length())).replaceFirst("0+$", "");
        String zone = part(parts, 8);
        boolean universal = zone.isEmpty() || zone.matches("[+-]00:00");
        return full.append(fraction.isEmpty() ? "" : "." + fraction)
                .append(universal ? "Z" : zone)
                .toString();
    }

    private static String part(Matcher parts, int group) {
        String part = parts.group(group);
        return part != null ? part : group < 7 ? "00" : "";
    }

    private boolean read() {
        int year = number(4, 4);
        if (year < 0 || !skip('-')) {
            return false;
        }
        int month = number(1, 2);
        if (month < 0 || !skip('-')) {
            return false;
        }
        int day = number(1, 2);
        if (day < 0 || !isDate(year, month, day)) {
            return false;
        }
        if (at == text.length()) {
            return true;
        }
        if (skip(' ')) {
            while (skip(' ')) {}
            return time() && at == text.length();
        }
        return (skip('T') || skip('t')) && time() && zone() && at == text.length();
    }

    private boolean time() {
        int hour = number(1, 2);
        if (hour < 0 || hour > 23 || !skip(':')) {
            return false;
        }
        int minute = number(1, 2);
        if (minute < 0 || minute > 59 || !skip(':')) {
            return false;
        }
        int second = number(1, 2);
        if (second < 0 || second > 59) {
            return false;
        }
        return !skip('.') || number(1, 20) >= 0;
    }

    private boolean zone() {
        if (skip('Z')) {
            return true;
        }
        return (skip('+') || skip('-')) && number(2, 2) >= 0 && skip(':') && number(2, 2) >= 0;
    }

    private boolean skip(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private int number(int least, int most) {
        int start = at;
        int value = 0;
        while (at < text.length() && at - start < most && Character.isDigit(text.charAt(at))) {
            value = value * 10 + (text.charAt(at) - '0');
            at++;
        }
        return at - start < least ? -1 : Math.abs(value);
    }

    private static boolean isDate(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
