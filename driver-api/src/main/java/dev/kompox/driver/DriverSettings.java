package dev.kompox.driver;

import dev.kompox.driver.runtime.Workload;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Say how to reach a place.
 *
 * @param options the driver's own settings, e.g. {@code context} for Docker
 * @param environment the process environment, from which a driver reads what the provider's own
 *     tools read
 * @param workloads the apps that will be worked on; where an app keeps its volumes is read from
 *     here
 * @param distribution the directory of the installed distribution, where helper images are kept;
 *     null when there is none
 */
public record DriverSettings(
        SequencedMap<String, String> options,
        SequencedMap<String, String> environment,
        List<Workload> workloads,
        @Nullable Path distribution) {

    /** Copies everything. */
    public DriverSettings {
        options = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(options));
        environment = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environment));
        workloads = List.copyOf(workloads);
    }
}
