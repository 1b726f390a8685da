package dev.kompox.kubernetes.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Takes an answer of the API server apart into lines. Holds one line at a time; a line that is too
 * long is cut, always at the same places.
 */
final class LogReader implements AutoCloseable {

    /** The most bytes of a line that are held at once. */
    static final int MOST = 64 * 1024;

    private static final int LONGEST_TIME = 40;

    private final InputStream in;
    private final byte[] buffer = new byte[16 * 1024];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int from;
    private int to;
    private boolean cut;
    private Instant last = Instant.EPOCH;

    LogReader(InputStream in) {
        this.in = in;
    }

    /** Return the next line, or null after the last. */
    @Nullable LogLine next() throws IOException {
        while (true) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            int part = Math.min(end - from, MOST - line.size());
            line.write(buffer, from, part);
            from += part;
            if (from < to && buffer[from] == '\n') {
                from++;
                boolean nothingLeft = cut && line.size() == 0;
                if (!nothingLeft) {
                    return take(true, false);
                }
                cut = false;
            } else if (line.size() == MOST) {
                return take(true, true);
            } else if (!fill()) {
                return line.size() == 0 ? null : take(false, false);
            }
        }
    }

    /** Tell whether something has come that is not taken yet. */
    boolean ready() {
        return from < to;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        return to > 0;
    }

    private LogLine take(boolean whole, boolean goesOn) {
        byte[] bytes = line.toByteArray();
        line.reset();
        int text = cut ? 0 : text(bytes);
        boolean timed = cut || text > 0;
        cut = goesOn;
        return new LogLine(bytes, text, last, timed, whole);
    }

    /** Read a line's time, and return where its text begins; 0 if it has no time. */
    private int text(byte[] bytes) {
        int space = 0;
        while (space < bytes.length && space < LONGEST_TIME && bytes[space] != ' ') {
            space++;
        }
        if (space == bytes.length || space == LONGEST_TIME) {
            return 0;
        }
        try {
            String text = new String(bytes, 0, space, StandardCharsets.ISO_8859_1);
            last = OffsetDateTime.parse(text).toInstant();
            return space + 1;
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
