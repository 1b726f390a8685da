package dev.kompox.driver.bytes;

import java.io.InputStream;
import java.io.OutputStream;

/** Say where a program's standard streams go. */
public sealed interface Streams {

    /** To the streams of this process, terminal included. */
    record Inherited() implements Streams {}

    /**
     * Through this process.
     *
     * @param in read until its end, then the program's standard input is closed
     * @param out written as the program writes
     * @param err written as the program writes
     */
    record Piped(InputStream in, OutputStream out, OutputStream err) implements Streams {

        /** Read nothing, write to {@code out} and {@code err}. */
        public static Piped to(OutputStream out, OutputStream err) {
            return new Piped(InputStream.nullInputStream(), out, err);
        }
    }
}
