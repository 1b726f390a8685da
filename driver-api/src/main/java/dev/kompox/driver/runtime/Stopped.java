package dev.kompox.driver.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Report how one instance stopped.
 *
 * @param id the provider's id
 * @param name the name for people
 * @param service the service
 * @param exitCode the code it ended with; null if the provider does not say
 * @param clean whether it ended by itself within its grace period; false means that it was killed
 * @param took how long stopping took
 */
public record Stopped(
        String id,
        String name,
        String service,
        @Nullable Integer exitCode,
        boolean clean,
        Duration took) {}
