package dev.kompox.driver.docker.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Take apart the frames in which the engine mixes two streams: a byte for the stream (1 standard
 * output, 2 standard error), three zero bytes, the length as a big-endian 32-bit number, the bytes.
 * Source: Engine API, "Attach to a container".
 */
public final class MultiplexedStream {

    private static final int HEAD = 8;
    private static final int STANDARD_ERROR = 2;

    private MultiplexedStream() {}

    /** Copy frames to two streams until the end. A frame that ends early is an error. */
    public static void copy(InputStream in, OutputStream out, OutputStream err) throws IOException {
        byte[] head = new byte[HEAD];
        byte[] buffer = new byte[64 * 1024];
        while (true) {
            int got = in.readNBytes(head, 0, HEAD);
            if (got == 0) {
                return;
            }
            if (got < HEAD) {
                throw new EOFException("the engine closed the connection in the middle of a frame");
            }
            long left =
                    ((head[4] & 0xffL) << 24)
                            | ((head[5] & 0xff) << 16)
                            | ((head[6] & 0xff) << 8)
                            | (head[7] & 0xff);
            OutputStream target = head[0] == STANDARD_ERROR ? err : out;
            while (left > 0) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    throw new EOFException(
                            "the engine closed the connection in the middle of a frame");
                }
                target.write(buffer, 0, count);
                left -= count;
            }
            target.flush();
        }
    }

    /**
     * Return frames that were read as Latin-1 text without their heads; text without frames is
     * returned as it is.
     */
    static String text(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < HEAD || bytes[0] > STANDARD_ERROR || bytes[1] != 0) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            copy(new ByteArrayInputStream(bytes), out, out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
