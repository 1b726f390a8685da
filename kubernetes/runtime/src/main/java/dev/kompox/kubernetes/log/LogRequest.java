package dev.kompox.kubernetes.log;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Say which logs to show.
 *
 * @param namespace where the pods are
 * @param selector the label selector that finds them, e.g. {@code app=shop}
 * @param containers the containers to show, each with the name shown for it; those of initial and
 *     sidecar containers too
 * @param follow whether to go on as lines come
 * @param tail how many lines of the past per container; null for all
 * @param since only lines at or after this; null for all
 * @param timestamps whether each line begins with its time
 * @param colour whether the names shown are coloured
 */
public record LogRequest(
        String namespace,
        String selector,
        SequencedMap<String, String> containers,
        boolean follow,
        @Nullable Integer tail,
        @Nullable Instant since,
        boolean timestamps,
        boolean colour) {

    /** Copies the map and refuses what would select every pod, and a negative number of lines. */
    public LogRequest {
        containers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(containers));
        if (namespace.isBlank() || selector.isBlank()) {
            throw new IllegalArgumentException("logs are of pods of one app in one namespace");
        }
        if (tail != null && tail < 0) {
            throw new IllegalArgumentException("no " + tail + " lines can be shown");
        }
    }
}
