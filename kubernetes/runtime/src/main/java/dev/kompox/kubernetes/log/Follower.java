package dev.kompox.kubernetes.log;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Prints one container's log as it comes, run after run.
 *
 * <p>A connection that broke and one that ended look alike. So a run counts as read only when its
 * log was read to the end after the run was seen to have ended; until then it is opened again where
 * it was left. Not safe for several callers; what reads is a thread of its own.
 */
final class Follower {

    /** A connection that was silent for so long may be dead, and opening it again costs little. */
    private static final long SILENCE = Duration.ofMinutes(5).toNanos();

    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final LogSource source;
    private final LogPrinter printer;
    private final Mark mark;
    private final Consumer<DriverException> failed;
    private volatile @Nullable String read;
    private volatile long heard;
    private @Nullable Thread thread;

    /**
     * Follow a container.
     *
     * @param read the last run that is not to be shown, or was
     * @param failed told when it cannot go on
     */
    Follower(
            LogSource source,
            LogPrinter printer,
            Mark mark,
            @Nullable String read,
            Consumer<DriverException> failed) {
        this.source = source;
        this.printer = printer;
        this.mark = mark;
        this.read = read;
        this.failed = failed;
    }

    /** Begin or go on, if there is something to read. */
    void go(Instance now) {
        if (busy()) {
            if (System.nanoTime() - heard > SILENCE) {
                stop();
            }
        } else if (now.current() != null && !now.current().equals(read)) {
            heard = System.nanoTime();
            thread =
                    Thread.ofPlatform()
                            .daemon()
                            .name("log-" + now.container())
                            .start(() -> read(now));
        }
    }

    /** Tell whether it is reading. */
    boolean busy() {
        return thread != null && thread.isAlive();
    }

    /** Ask it to end. */
    void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Wait for its end, and tell whether the caller was interrupted meanwhile. */
    boolean interruptedWhileEnding() {
        try {
            if (thread != null) {
                thread.join(FAREWELL);
            }
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void read(Instance now) {
        try {
            if (now.previous() != null && !now.previous().equals(read)) {
                print(now, LogSource.Part.PREVIOUS);
                read = now.previous();
            }
            boolean whole = print(now, now.ended() ? LogSource.Part.PAST : LogSource.Part.ON);
            if (now.ended() && whole) {
                read = now.current();
            }
        } catch (DriverException e) {
            failed.accept(e);
        } catch (IOException e) {
            // it broke, and is opened again where it was left
        }
    }

    /** Print a part of the log to its end; tell whether it could be read. */
    private boolean print(Instance now, LogSource.Part part) throws IOException {
        try (LogReader lines = open(now, part)) {
            if (lines == null) {
                return part == LogSource.Part.PREVIOUS;
            }
            for (LogLine line = lines.next(); line != null; line = lines.next()) {
                heard = System.nanoTime();
                // a line without an end is one that will be longer when it is read again
                boolean ready = line.whole() || part != LogSource.Part.ON;
                if (ready && line.timed() && mark.fresh(line.time())) {
                    printer.line(now.label(), line);
                }
                if (!lines.ready()) {
                    printer.flush();
                }
            }
            return true;
        }
    }

    private @Nullable LogReader open(Instance now, LogSource.Part part) {
        try {
            return source.open(now, part, mark.start(), null);
        } catch (DriverException e) {
            if (e.category() instanceof Category.Denied) {
                throw e;
            }
            // it is gone, has not begun yet, or cannot be reached for now
            return null;
        }
    }
}
