package dev.kompox.driver.docker.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A two-way stream of bytes to the engine. */
interface Connection extends AutoCloseable {

    InputStream in() throws IOException;

    OutputStream out() throws IOException;

    /** Say that nothing more will be sent; the other side may still send. */
    void endOutput() throws IOException;

    @Override
    void close();
}
