package dev.kompox.cli.progress;

import dev.kompox.operations.event.Event;
import java.io.PrintStream;

/** Show each event that matters as one line, never redrawn. */
final class PlainLines implements Renderer {

    private final PrintStream err;
    private final boolean quiet;

    /** Show on a stream; when quiet, warnings and undoing only. */
    PlainLines(PrintStream err, boolean quiet) {
        this.err = err;
        this.quiet = quiet;
    }

    @Override
    public synchronized void accept(Event event) {
        boolean matters = event instanceof Event.Warned || event instanceof Event.Undone;
        String line = Sentences.lasting(event);
        if (line != null && (!quiet || matters)) {
            err.println(line);
        }
    }

    @Override
    public void close() {
        err.flush();
    }
}
