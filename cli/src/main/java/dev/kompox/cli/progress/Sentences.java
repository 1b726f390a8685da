package dev.kompox.cli.progress;

import dev.kompox.cli.output.Words;
import dev.kompox.operations.event.Event;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Say an event in one line. */
final class Sentences {

    private Sentences() {}

    /** Return the line that stays on the screen, or null for what only matters while it happens. */
    static @Nullable String lasting(Event event) {
        boolean step = event.path().size() > 1;
        return switch (event) {
            case Event.Started _, Event.Progressed _, Event.Committed _ -> null;
            case Event.Noted noted -> "  " + noted.sentence();
            case Event.Warned warned -> "warning: " + warned.sentence();
            case Event.Retrying again ->
                    "  again in " + Words.duration(again.pause()) + ": " + again.sentence();
            case Event.Adopted adopted -> step ? "  " + adopted.title() + ": done already" : null;
            case Event.Done done ->
                    step ? "  " + done.title() + " · " + Words.duration(done.took()) : null;
            case Event.Failed failed -> step ? "  " + failed.title() + ": failed" : null;
            case Event.Undone undone -> "  undone: " + undone.title();
        };
    }

    /** Return bytes, rate and the time left. */
    static String progress(Event.Progressed progress) {
        StringBuilder text = new StringBuilder(Words.bytes(progress.done()));
        if (progress.total() > 0) {
            text.append(" of ").append(Words.bytes(progress.total()));
        }
        if (progress.rate() > 0) {
            text.append("  ").append(Words.bytes(progress.rate())).append("/s");
            if (progress.total() > progress.done()) {
                long left = (progress.total() - progress.done()) / progress.rate();
                text.append("  ").append(Words.duration(Duration.ofSeconds(left))).append(" left");
            }
        }
        return text.toString();
    }
}
