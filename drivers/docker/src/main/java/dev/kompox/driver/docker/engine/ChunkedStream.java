package dev.kompox.driver.docker.engine;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Decodes the chunked transfer coding (RFC 9112, section 7.1). */
final class ChunkedStream extends InputStream {

    private final InputStream in;
    private long left;
    private boolean first = true;
    private boolean ended;

    ChunkedStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0 && !nextChunk()) {
            return -1;
        }
        int count = in.read(buffer, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("the engine closed the connection in the middle of an answer");
        }
        left -= count;
        return count;
    }

    private boolean nextChunk() throws IOException {
        if (ended) {
            return false;
        }
        if (!first) {
            HttpReply.line(in);
        }
        first = false;
        String size = HttpReply.line(in);
        int semicolon = size.indexOf(';');
        left = Long.parseLong((semicolon < 0 ? size : size.substring(0, semicolon)).strip(), 16);
        if (left == 0) {
            ended = true;
            for (String trailer = HttpReply.line(in); !trailer.isEmpty(); ) {
                trailer = HttpReply.line(in);
            }
        }
        return !ended;
    }
}
