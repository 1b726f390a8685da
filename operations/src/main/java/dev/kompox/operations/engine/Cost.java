package dev.kompox.operations.engine;

import java.time.Duration;

/**
 * Say what a step is expected to take.
 *
 * @param time how long, zero if it takes none worth telling
 * @param bytes how many bytes it moves, 0 if none, -1 if unknown
 */
public record Cost(Duration time, long bytes) {

    /** Nothing worth telling. */
    public static final Cost NONE = new Cost(Duration.ZERO, 0);

    /** Make the cost of waiting. */
    public static Cost ofTime(Duration time) {
        return new Cost(time, 0);
    }

    /** Make the cost of moving bytes at a rate. */
    public static Cost ofBytes(long bytes, long bytesPerSecond) {
        return new Cost(
                bytes < 0 ? Duration.ZERO : Duration.ofMillis(bytes * 1000 / bytesPerSecond),
                bytes);
    }
}
