package dev.kompox.compose.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Tell dates and times as go-yaml 3 does: {@code 2006-1-2} with an optional time behind it. */
final class Timestamps {

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
