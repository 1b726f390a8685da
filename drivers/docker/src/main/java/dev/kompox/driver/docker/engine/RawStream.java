package dev.kompox.driver.docker.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The streams of a program or container: input to it, and its two outputs mixed in frames. */
public final class RawStream implements AutoCloseable {

    private final EngineHttp.Raw raw;

    RawStream(EngineHttp.Raw raw) {
        this.raw = raw;
    }

    /** Return the frames of standard output and standard error; see {@link MultiplexedStream}. */
    public InputStream frames() {
        return raw.in();
    }

    /** Return the program's standard input. */
    public OutputStream input() {
        return raw.out();
    }

    /** Close the program's standard input; its outputs go on. */
    public void endInput() throws IOException {
        raw.connection().endOutput();
    }

    /** Copy frames to two streams until the program's outputs end. */
    public void copyTo(OutputStream out, OutputStream err) throws IOException {
        MultiplexedStream.copy(raw.in(), out, err);
    }

    @Override
    public void close() {
        raw.close();
    }
}
