package dev.kompox.kubernetes.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far a container's log has been read, so that it can be read on without a line twice.
 *
 * <p>The API server takes a time to begin at, but cuts it to the second. A log in which a line was
 * read is therefore read again from that line's second on, and as many lines are left out as were
 * read of it. A line after the last one read is never left out: a log that was begun anew in
 * between lacks those that were read.
 */
final class Mark {

    private final @Nullable Instant since;
    private @Nullable Instant last;
    private int ofLastSecond;
    private int again;

    Mark(@Nullable Instant since) {
        this.since = since;
    }

    /** Return the time to read on from, or null for the beginning. */
    @Nullable Instant start() {
        again = ofLastSecond;
        return last == null ? since : last.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Move on to a line, and tell whether it was not read before. */
    boolean fresh(Instant time) {
        if (since != null && time.isBefore(since)) {
            return false;
        }
        if (again > 0 && last != null && !time.isAfter(last)) {
            again--;
            return false;
        }
        again = 0;
        Instant second = last == null ? Instant.MIN : last.truncatedTo(ChronoUnit.SECONDS);
        if (last == null || time.isAfter(last)) {
            boolean same = time.truncatedTo(ChronoUnit.SECONDS).equals(second);
            ofLastSecond = same ? ofLastSecond + 1 : 1;
            last = time;
        } else if (!time.isBefore(second)) {
            ofLastSecond++;
        }
        return true;
    }
}
