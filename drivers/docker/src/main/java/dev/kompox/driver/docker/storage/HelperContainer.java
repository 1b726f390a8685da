package dev.kompox.driver.docker.storage;

import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.bytes.TreeCopy;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.RawStream;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A running helper container; closing it removes it. */
final class HelperContainer implements AutoCloseable {

    private static final int NO_SPACE = 28;
    private static final int NO_QUOTA = 122;

    private final Engine engine;
    private final Helpers.Attached attached;
    private final Heartbeat heartbeat;

    HelperContainer(Engine engine, Helpers.Attached attached) {
        this.engine = engine;
        this.attached = attached;
        this.heartbeat = new Heartbeat(attached.streams().input());
    }

    /**
     * Run a program with streams and return its exit code.
     *
     * @param feeds whether the program reads its standard input
     */
    int run(List<String> command, Streams.Piped streams, boolean feeds) {
        String exec = engine.createExec(attached.id(), command, feeds);
        try (RawStream raw = engine.startExec(exec)) {
            if (feeds) {
                Thread.ofPlatform().daemon().start(() -> feed(streams.in(), raw));
            }
            raw.copyTo(streams.out(), streams.err());
            return (int) engine.exec(exec).get("ExitCode").number();
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new DriverException(
                        new Category.Interrupted(),
                        "interrupted while a helper worked",
                        null,
                        null,
                        e);
            }
            throw new DriverException(
                    new Category.Transient(),
                    "the helper broke off: " + e.getMessage(),
                    "kompox doctor",
                    null,
                    e);
        }
    }

    /**
     * Run a program that must succeed, and return what it printed.
     *
     * @param what what it does, for the failure's sentence
     */
    String check(String what, List<String> command, OutputStream out) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = run(command, Streams.Piped.to(out, err), false);
        if (code != 0) {
            throw failure(what, code, err.toString(StandardCharsets.UTF_8).strip());
        }
        return out.toString();
    }

    static DriverException failure(String what, int code, String said) {
        String sentence = what + " failed: " + (said.isEmpty() ? "exit code " + code : said);
        if (code == NO_SPACE || code == NO_QUOTA) {
            return new DriverException(
                    new Category.Quota("space at the Docker Engine", null, null),
                    what + " failed: no space left at the Docker Engine",
                    TreeCopy.REMEDY);
        }
        // killed together with its container: somebody removed the helper, or the engine restarted
        boolean cut = code == 137 || code == 0;
        return new DriverException(
                cut ? new Category.Transient() : new Category.Invalid(), sentence, "kompox doctor");
    }

    private static void feed(InputStream in, RawStream raw) {
        try {
            in.transferTo(raw.input());
            raw.input().flush();
            raw.endInput();
        } catch (IOException e) {
            // the program has ended; its exit code tells
        }
    }

    /** Let it go without waiting for its end: it holds no volume, so nobody waits for that. */
    void release() {
        heartbeat.close();
        attached.streams().close();
    }

    @Override
    public void close() {
        release();
        try {
            engine.removeContainer(attached.id());
        } catch (DriverException e) {
            // it removes itself when its input ends
        }
    }
}
