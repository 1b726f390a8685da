package dev.kompox.driver.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Say which logs to show.
 *
 * @param services these; empty means all
 * @param follow whether to go on as lines come
 * @param tail how many lines of the past per instance; null means all
 * @param since only lines after this: an RFC 3339 time or a duration such as {@code 10m}; null
 *     means all
 * @param timestamps whether each line begins with its time
 * @param colour whether service names are coloured
 */
public record LogsRequest(
        List<String> services,
        boolean follow,
        @Nullable Integer tail,
        @Nullable String since,
        boolean timestamps,
        boolean colour) {

    /** Copies the list. */
    public LogsRequest {
        services = List.copyOf(services);
    }
}
