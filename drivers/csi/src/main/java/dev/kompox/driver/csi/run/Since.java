package dev.kompox.driver.csi.run;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a moment as docker's {@code --since} does: a time, or how long ago it was. */
final class Since {

    private Since() {}

    /**
     * Read it.
     *
     * @throws DriverException {@code Invalid}
     */
    static @Nullable Instant parse(@Nullable String text, Instant now) {
        if (text == null) {
            return null;
        }
        try {
            return text.matches("([0-9.]+(h|m|s|ms))+") ? now.minus(span(text)) : time(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw new DriverException(
                    new Category.Invalid(),
                    "\"" + text + "\" is no time",
                    "Give a span such as 10m, or a time such as 2026-01-31T12:00:00Z",
                    null,
                    e);
        }
    }

    /** Go's spans are Java's, but for the letters around them. */
    private static Duration span(String text) {
        String millis = text.replaceFirst("([0-9.]+)ms$", "");
        Duration rest =
                millis.equals(text)
                        ? Duration.ZERO
                        : Duration.ofMillis(
                                (long)
                                        Double.parseDouble(
                                                text.substring(
                                                        millis.length(), text.length() - 2)));
        return millis.isEmpty()
                ? rest
                : Duration.parse("PT" + millis.toUpperCase(Locale.ROOT)).plus(rest);
    }

    private static Instant time(String text) {
        if (text.matches("\\d{9,}")) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
        }
        boolean placed = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d");
        return placed
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
    }
}
