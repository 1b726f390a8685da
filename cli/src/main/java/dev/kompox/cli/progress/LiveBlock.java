package dev.kompox.cli.progress;

import dev.kompox.cli.output.Width;
import dev.kompox.cli.terminal.Style;
import dev.kompox.operations.event.Event;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Show what is running in a block that is redrawn, and what has ended above it. */
final class LiveBlock implements Renderer {

    private static final int BAR = 20;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final PrintStream err;
    private final Style style;
    private final int width;
    private final Map<List<String>, Running> running = new LinkedHashMap<>();
    private int drawn;
    private Instant last = Instant.MIN;

    LiveBlock(PrintStream err, Style style, int width) {
        this.err = err;
        this.style = style;
        this.width = width;
    }

    @Override
    public synchronized void accept(Event event) {
        boolean step = event.path().size() > 1;
        switch (event) {
            case Event.Started started when step ->
                    running.put(started.path(), new Running(started.title(), null));
            case Event.Progressed progress -> {
                Running now = running.get(progress.path());
                if (now != null) {
                    running.put(progress.path(), new Running(now.title, progress));
                }
                if (progress.at().isBefore(last.plus(PAUSE))) {
                    return;
                }
                last = progress.at();
            }
            case Event.Done done -> running.remove(done.path());
            case Event.Failed failed -> running.remove(failed.path());
            case Event.Adopted adopted -> running.remove(adopted.path());
            case Event.Undone undone -> running.remove(undone.path());
            case Event.Started _,
                    Event.Noted _,
                    Event.Warned _,
                    Event.Retrying _,
                    Event.Committed _ -> {}
        }
        redraw(Sentences.lasting(event));
    }

    private void redraw(@Nullable String above) {
        StringBuilder text = new StringBuilder(erase());
        if (above != null) {
            text.append(above.startsWith("warning: ") ? style.warn(above) : above).append('\n');
        }
        for (Running each : running.values()) {
            text.append(style.dim(Width.cut(line(each), width - 1))).append('\n');
        }
        drawn = running.size();
        err.print(text);
        err.flush();
    }

    private String erase() {
        return drawn == 0 ? "" : "\u001b[" + drawn + "A\u001b[J";
    }

    private static String line(Running each) {
        Event.Progressed progress = each.progress;
        if (progress == null) {
            return "  " + each.title + " …";
        }
        String bar = progress.total() > 0 ? bar(progress.done(), progress.total()) + "  " : "";
        return "  " + each.title + "  " + bar + Sentences.progress(progress);
    }

    private static String bar(long done, long total) {
        int full = Math.clamp(done * BAR / total, 0, BAR);
        return "█".repeat(full) + "░".repeat(BAR - full);
    }

    @Override
    public synchronized void close() {
        err.print(erase());
        drawn = 0;
        err.flush();
    }

    /** What runs, and how far it has come. */
    private record Running(String title, Event.@Nullable Progressed progress) {}
}
