package dev.kompox.driver.runtime;

import java.net.InetSocketAddress;

/** Hold a way to a port open. Closing ends it and every connection through it. */
public interface Tunnel extends AutoCloseable {

    /** Return where it listens. */
    InetSocketAddress local();

    /**
     * Wait until it can no longer be used.
     *
     * @throws dev.kompox.driver.failure.DriverException why that is; {@code Interrupted}
     */
    void await();

    @Override
    void close();
}
