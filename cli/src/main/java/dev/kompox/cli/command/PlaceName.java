package dev.kompox.cli.command;

import dev.kompox.driver.place.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Name a place as people do: {@code local}, {@code docker:CONTEXT}, {@code kube:CONTEXT}, or, as
 * Kompox shows it, {@code docker/CONTEXT} and {@code kube/CONTEXT}.
 *
 * @param driver the driver it is reached through
 * @param options that driver's settings, {@code context} among them unless it is the default one
 */
public record PlaceName(String driver, SequencedMap<String, String> options) {

    private static final String DOCKER = "docker";
    private static final String CONTEXT = "context";
    private static final List<String> DRIVERS = List.of(DOCKER, "kube");

    /** Copies the options. */
    public PlaceName {
        options = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(options));
    }

    /** Name an engine by its Docker context; null for the one in use. */
    public static PlaceName docker(@Nullable String context) {
        return of(DOCKER, context);
    }

    /** Name a place as it was recorded. */
    static PlaceName of(Location place) {
        PlaceName plain = of(place.provider(), place.region());
        if (place.zone().isEmpty()) {
            return plain;
        }
        SequencedMap<String, String> options = new LinkedHashMap<>(plain.options());
        options.put("zone", place.zone());
        return new PlaceName(place.provider(), options);
    }

    private static PlaceName of(String driver, @Nullable String context) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        if (context != null) {
            options.put(CONTEXT, context);
        }
        return new PlaceName(driver, options);
    }

    /** Return the driver that a name tells by itself; null if it is another name, or none. */
    static @Nullable String driver(String text) {
        for (String driver : DRIVERS) {
            int end = driver.length();
            boolean marked = text.length() > end + 1 && ":/".indexOf(text.charAt(end)) >= 0;
            if (text.startsWith(driver) && marked) {
                return driver;
            }
        }
        return null;
    }

    /**
     * Read a name.
     *
     * @param option the option it was given with, for the error
     * @throws UsageException if it is none
     */
    public static PlaceName parse(String option, String text) {
        if (text.equals("local")) {
            return docker(null);
        }
        String driver = driver(text);
        if (driver == null) {
            throw new UsageException(
                    option + " \"" + text + "\" names no place",
                    option + " local | docker:CONTEXT | kube:CONTEXT",
                    "docker context ls; kompox cluster list");
        }
        return of(driver, text.substring(driver.length() + 1));
    }
}
