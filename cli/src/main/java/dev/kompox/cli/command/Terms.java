package dev.kompox.cli.command;

import java.time.Duration;

/** Read how long something is kept, as people write it. */
public final class Terms {

    /** How long the trash keeps disks unless told otherwise. */
    public static final Duration TRASH = Duration.ofDays(7);

    private Terms() {}

    /** Return what {@code --keep} says, or the usual term. */
    public static Duration keep(Arguments arguments) {
        String text = arguments.value("--keep");
        return text == null ? TRASH : read("--keep", text);
    }

    /**
     * Read a term: {@code 90s}, {@code 15m}, {@code 36h}, {@code 7d}, {@code 2w}, or {@code 0}.
     *
     * @throws UsageException if it is none
     */
    public static Duration read(String option, String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        try {
            long number = Long.parseLong(text.substring(0, Math.max(0, text.length() - 1)));
            if (number >= 0) {
                return switch (text.charAt(text.length() - 1)) {
                    case 's' -> Duration.ofSeconds(number);
                    case 'm' -> Duration.ofMinutes(number);
                    case 'h' -> Duration.ofHours(number);
                    case 'd' -> Duration.ofDays(number);
                    case 'w' -> Duration.ofDays(Math.multiplyExact(7, number));
                    default -> throw wrong(option, text);
                };
            }
        } catch (NumberFormatException | ArithmeticException e) {
            throw wrong(option, text);
        }
        throw wrong(option, text);
    }

    private static UsageException wrong(String option, String text) {
        return new UsageException(
                option + " \"" + text + "\" is no term", "", "Write it like 36h, 7d or 2w");
    }
}
