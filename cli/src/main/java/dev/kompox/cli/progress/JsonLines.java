package dev.kompox.cli.progress;

import dev.kompox.cli.output.Answer;
import dev.kompox.cli.output.JsonText;
import dev.kompox.operations.event.Event;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Tell each event as one line of JSON, for programs. */
final class JsonLines implements Renderer {

    private final PrintStream err;

    JsonLines(PrintStream err) {
        this.err = err;
    }

    @Override
    public synchronized void accept(Event event) {
        SequencedMap<String, @Nullable Object> line =
                Answer.document(
                        "schemaVersion", Answer.SCHEMA_VERSION,
                        "event", type(event),
                        "at", event.at().toString(),
                        "operation", event.path().getFirst());
        if (event.path().size() > 1) {
            line.put("step", event.path().get(1));
        }
        line.putAll(rest(event));
        err.println(JsonText.line(line));
    }

    private static String type(Event event) {
        return switch (event) {
            case Event.Started _ -> "started";
            case Event.Progressed _ -> "progress";
            case Event.Noted _ -> "note";
            case Event.Warned _ -> "warning";
            case Event.Retrying _ -> "retrying";
            case Event.Adopted _ -> "adopted";
            case Event.Done _ -> "done";
            case Event.Failed _ -> "failed";
            case Event.Committed _ -> "committed";
            case Event.Undone _ -> "undone";
        };
    }

    private static SequencedMap<String, @Nullable Object> rest(Event event) {
        return switch (event) {
            case Event.Started e -> Answer.document("title", e.title(), "resumed", e.resumed());
            case Event.Progressed e ->
                    Answer.document(
                            "done", e.done(),
                            "total", e.total() < 0 ? null : e.total(),
                            "rate", e.rate());
            case Event.Noted e -> Answer.document("sentence", e.sentence());
            case Event.Warned e -> Answer.document("sentence", e.sentence());
            case Event.Retrying e ->
                    Answer.document(
                            "sentence", e.sentence(),
                            "pauseMillis", e.pause().toMillis(),
                            "attempt", e.attempt());
            case Event.Adopted e -> Answer.document("title", e.title());
            case Event.Done e ->
                    Answer.document("title", e.title(), "tookMillis", e.took().toMillis());
            case Event.Failed e -> Answer.document("title", e.title(), "sentence", e.sentence());
            case Event.Committed _ -> new LinkedHashMap<>();
            case Event.Undone e -> Answer.document("title", e.title());
        };
    }

    @Override
    public void close() {
        err.flush();
    }
}
