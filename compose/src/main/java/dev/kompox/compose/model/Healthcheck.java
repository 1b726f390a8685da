package dev.kompox.compose.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Say how the engine tells whether a service is healthy (Compose Specification, "healthcheck").
 *
 * @param test the command with its leading {@code CMD}, {@code CMD-SHELL} or {@code NONE}; empty
 *     when the image's own is used
 * @param disabled whether the image's healthcheck is switched off
 * @param interval the time between checks, or null for the image's or the engine's (30 s)
 * @param timeout the time one check may take, or null for the image's or the engine's (30 s)
 * @param startPeriod the time in which failures do not count, or null
 * @param startInterval the time between checks in the start period, or null
 * @param retries how many failures in a row make it unhealthy, or null for the image's or 3
 */
public record Healthcheck(
        List<String> test,
        boolean disabled,
        @Nullable Duration interval,
        @Nullable Duration timeout,
        @Nullable Duration startPeriod,
        @Nullable Duration startInterval,
        @Nullable Integer retries) {

    /** Copy the test. */
    public Healthcheck {
        test = List.copyOf(test);
    }
}
