package dev.kompox.kubernetes.terminal;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The terminal of this process while a program elsewhere has it: every key is passed on, none does
 * anything here. It is given back as it was, also when this process is asked to end.
 */
final class RawTerminal implements AutoCloseable {

    private final String before;
    private final AtomicBoolean restored = new AtomicBoolean();
    private final Thread hook = new Thread(this::restore, "terminal-restore");

    // not those of System, which keep bytes back
    private final InputStream in = new FileInputStream(FileDescriptor.in);
    private final OutputStream out = new FileOutputStream(FileDescriptor.out);

    private RawTerminal(String before) {
        this.before = before;
    }

    /**
     * Take the terminal.
     *
     * @throws DriverException {@code Invalid} if there is none
     */
    static RawTerminal open() {
        try {
            RawTerminal terminal = new RawTerminal(Stty.run("-g"));
            Runtime.getRuntime().addShutdownHook(terminal.hook);
            try {
                // a read returns after a tenth of a second, so that none is left behind that would
                // take the next key from somebody else
                Stty.run("raw", "-echo", "min", "0", "time", "1");
                return terminal;
            } catch (IOException e) {
                terminal.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DriverException(
                    new Category.Invalid(),
                    "standard input is no terminal that can be used: " + e.getMessage(),
                    "Ask for none: -T",
                    null,
                    e);
        }
    }

    /** Read what was typed; 0 if nothing was for a moment, or the terminal has gone. */
    int read(byte[] bytes) throws IOException {
        return Math.max(0, in.read(bytes));
    }

    /** Where the program's output goes, unbuffered. */
    OutputStream output() {
        return out;
    }

    Optional<Size> size() {
        try {
            return Size.of(Stty.run("size"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void restore() {
        if (restored.compareAndSet(false, true)) {
            try {
                Stty.run(before);
            } catch (IOException e) {
                // the terminal has gone
            }
        }
    }

    @Override
    public void close() {
        restore();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // this process is ending, and the hook finds nothing to do
        }
    }
}
