package dev.kompox.driver.docker.engine;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The next so many bytes of a stream; ending earlier is an error, never a short answer. */
final class LimitedStream extends InputStream {

    private final InputStream in;
    private long left;

    LimitedStream(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = in.read(buffer, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("the engine closed the connection in the middle of an answer");
        }
        left -= count;
        return count;
    }
}
