package dev.kompox.kubernetes.log;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/** A line as a container wrote it, whatever its bytes; or a part of one that is too long. */
final class LogLine {

    private final byte[] bytes;
    private final int text;
    private final Instant time;
    private final boolean timed;
    private final boolean whole;

    /**
     * Take a line.
     *
     * @param bytes all of it, its time first if it has one
     * @param text where its text begins
     * @param time when it was written; of what has no time, that of the line before
     * @param timed whether the time is its own, or that of the line that it is a part of
     * @param whole whether its end, or that of its part, was seen
     */
    LogLine(byte[] bytes, int text, Instant time, boolean timed, boolean whole) {
        this.bytes = bytes;
        this.text = text;
        this.time = time;
        this.timed = timed;
        this.whole = whole;
    }

    Instant time() {
        return time;
    }

    /** Tell whether the container wrote it; else they are the cluster's words about the log. */
    boolean timed() {
        return timed;
    }

    boolean whole() {
        return whole;
    }

    void write(OutputStream out, boolean timestamps) throws IOException {
        int from = timestamps ? 0 : text;
        out.write(bytes, from, bytes.length - from);
        out.write('\n');
    }
}
