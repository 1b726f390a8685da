package dev.kompox.driver.bytes;

import dev.kompox.driver.call.Progress;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Turn the lines {@code bytes N} of a copying program into progress. */
public final class BytesLines extends OutputStream {

    private final Progress progress;
    private final long total;
    private final StringBuilder line = new StringBuilder();

    /**
     * Tell a listener.
     *
     * @param total the bytes expected, or -1 if unknown
     */
    public BytesLines(Progress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    @Override
    public void write(int b) {
        if (b != '\n') {
            line.append((char) b);
            return;
        }
        String text = line.toString();
        line.setLength(0);
        if (text.startsWith("bytes ")) {
            long done = Long.parseLong(text.substring("bytes ".length()).strip());
            progress.bytes(total < 0 ? done : Math.min(done, total), total);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (byte b :
                new String(bytes, offset, length, StandardCharsets.US_ASCII)
                        .getBytes(StandardCharsets.US_ASCII)) {
            write(b);
        }
    }

    @Override
    public String toString() {
        return "";
    }
}
