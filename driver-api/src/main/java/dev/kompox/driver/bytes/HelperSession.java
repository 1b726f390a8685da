package dev.kompox.driver.bytes;

import dev.kompox.driver.call.Call;

/**
 * Stand beside some mounted disks and snapshots. Closing removes the helper and everything it held;
 * a helper whose maker died goes away by itself within a minute.
 */
public interface HelperSession extends AutoCloseable {

    /**
     * Run a program to its end.
     *
     * @param program what to run
     * @param streams its standard streams
     * @param call deadline and progress; when the deadline passes the program is killed
     * @return the program's exit code; 0 means that the program's promise was kept
     * @throws dev.kompox.driver.failure.DriverException {@code Transient} when the connection broke
     *     (the program's fate is unknown), {@code Quota} when the disk is full, {@code Interrupted}
     */
    int run(Program program, Streams streams, Call call);

    /** Remove the helper. Never fails; what could not be removed removes itself. */
    @Override
    void close();
}
