package dev.kompox.transfer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Read lines of printable ASCII and tabs, each ended by a line feed. Nothing else passes: a byte
 * that were replaced silently would make two different manifests look equal.
 */
final class ManifestLines implements AutoCloseable {

    /** Characters of a line; more is no manifest, and must not fill the memory. */
    static final int LONGEST = 16 * 1024 * 1024;

    private final BufferedInputStream in;
    private final StringBuilder text = new StringBuilder(256);
    private long number;

    ManifestLines(InputStream in) {
        this.in = new BufferedInputStream(in, 64 * 1024);
    }

    /** Return the next line without its end, or null after the last one. */
    @Nullable String next() throws IOException {
        int c = in.read();
        if (c < 0) {
            return null;
        }
        number++;
        text.setLength(0);
        while (c != '\n') {
            if (c < 0) {
                throw new ManifestException(number, "the manifest ends within this line");
            }
            if (c != '\t' && (c < ' ' || c > '~')) {
                throw new ManifestException(
                        number, "the byte " + c + " may not stand in a manifest");
            }
            if (text.length() == LONGEST) {
                throw new ManifestException(number, "the line is longer than 16 MiB");
            }
            text.append((char) c);
            c = in.read();
        }
        return text.toString();
    }

    /** Return the number of the line that was read last, counted from 1. */
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
