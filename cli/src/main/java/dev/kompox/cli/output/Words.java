package dev.kompox.cli.output;

import dev.kompox.driver.disk.ByteSize;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;

/** Say times, durations and sizes as people do. */
public final class Words {

    /** What stands where nothing is known. */
    public static final String UNKNOWN = "–";

    private Words() {}

    /**
     * Say a duration: {@code 0.8 s}, {@code 42 s}, {@code 3 min 10 s}, {@code 2 h 5 min}, {@code 41
     * days}.
     */
    public static String duration(Duration duration) {
        long millis = Math.max(0, duration.toMillis());
        if (millis < 9950) {
            return seconds(millis);
        }
        long seconds = (millis + 500) / 1000;
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7200) {
            return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
        }
        long minutes = seconds / 60;
        if (minutes < 48 * 60) {
            return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
        }
        return minutes / (24 * 60) + " days";
    }

    /**
     * Say an age in its largest unit: {@code 5 s}, {@code 12 min}, {@code 3 h}, {@code 41 days}.
     */
    public static String age(Instant then, Instant now) {
        long seconds = Math.max(0, Duration.between(then, now).toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min";
        }
        if (seconds < 48 * 3600) {
            return seconds / 3600 + " h";
        }
        return seconds / 86400 + " days";
    }

    /** Say an instant locally with its offset: {@code 2026-11-23 10:41+09}. */
    public static String time(Instant at, ZoneId zone) {
        OffsetDateTime local = at.atZone(zone).toOffsetDateTime();
        int offset = local.getOffset().getTotalSeconds() / 60;
        StringBuilder text = new StringBuilder();
        text.append(local.getYear());
        two(text.append('-'), local.getMonthValue());
        two(text.append('-'), local.getDayOfMonth());
        two(text.append(' '), local.getHour());
        two(text.append(':'), local.getMinute());
        two(text.append(offset < 0 ? '-' : '+'), Math.abs(offset) / 60);
        if (offset % 60 != 0) {
            two(text.append(':'), Math.abs(offset) % 60);
        }
        return text.toString();
    }

    /** Say a number of bytes in binary units with one decimal; below 0 means unknown. */
    public static String bytes(long bytes) {
        return bytes < 0 ? UNKNOWN : new ByteSize(bytes).toString();
    }

    /** Say how many: {@code 1 disk}, {@code 2 disks}. */
    public static String count(int number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    /** Join words: {@code db, uploads}; {@code –} if there are none. */
    public static String list(Iterable<?> items) {
        StringBuilder text = new StringBuilder();
        for (Object item : items) {
            text.append(text.isEmpty() ? "" : ", ").append(item);
        }
        return text.isEmpty() ? UNKNOWN : text.toString();
    }

    /** Write a constant of an enum as people read it. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Say milliseconds as seconds with one decimal, however many they are. */
    public static String seconds(long millis) {
        long tenths = (millis + 50) / 100;
        return tenths / 10 + "." + tenths % 10 + " s";
    }

    private static void two(StringBuilder text, int number) {
        text.append(number < 10 ? "0" : "").append(number);
    }
}
