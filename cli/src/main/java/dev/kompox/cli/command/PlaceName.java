package dev.kompox.cli.command;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Name a place as people do: {@code local}, {@code docker:CONTEXT}, or, as Kompox shows it, {@code
 * docker/CONTEXT}.
 *
 * @param driver the driver it is reached through
 * @param context what that driver calls it; null for the driver's default
 */
public record PlaceName(String driver, @Nullable String context) {

    private static final String DOCKER = "docker";

    /**
     * Read a name.
     *
     * @param option the option it was given with, for the error
     * @throws UsageException if it is none
     */
    public static PlaceName parse(String option, String text) {
        if (text.equals("local")) {
            return new PlaceName(DOCKER, null);
        }
        int end = text.startsWith(DOCKER) ? DOCKER.length() : -1;
        boolean named = end > 0 && text.length() > end + 1 && ":/".indexOf(text.charAt(end)) >= 0;
        if (!named) {
            throw new UsageException(
                    option + " \"" + text + "\" names no place",
                    option + " local | docker:CONTEXT",
                    "docker context ls");
        }
        return new PlaceName(DOCKER, text.substring(end + 1));
    }

    /** Return the driver's options. */
    SequencedMap<String, String> options() {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        if (context != null) {
            options.put("context", context);
        }
        return options;
    }
}
