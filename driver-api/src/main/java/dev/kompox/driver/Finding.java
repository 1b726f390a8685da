package dev.kompox.driver;

import org.jspecify.annotations.Nullable;

/**
 * Report one thing that was examined.
 *
 * @param level how it is
 * @param sentence what was found
 * @param remedy the command that mends it; null when there is nothing to mend
 */
public record Finding(Level level, String sentence, @Nullable String remedy) {

    /** How it is. */
    public enum Level {
        /** In order. */
        OK,
        /** Works, but something is worse than it could be. */
        WARN,
        /** Does not work. */
        FAIL
    }
}
