package dev.kompox.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Hold the answer of a command in all its forms.
 *
 * @param lines for people
 * @param document for programs, without its {@code schemaVersion}
 * @param names one name a line
 */
public record Answer(
        List<String> lines, SequencedMap<String, @Nullable Object> document, List<String> names) {

    /** The version of all documents; it grows when a member changes its meaning or goes. */
    public static final int SCHEMA_VERSION = 1;

    /** Copies the lists. */
    public Answer {
        lines = List.copyOf(lines);
        names = List.copyOf(names);
    }

    /** Make a document out of names and values in turn. */
    public static SequencedMap<String, @Nullable Object> document(
            @Nullable Object... namesAndValues) {
        SequencedMap<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }

    /** Turn each item into its text. */
    public static List<String> texts(Iterable<?> items) {
        List<String> texts = new ArrayList<>();
        for (Object item : items) {
            texts.add(item.toString());
        }
        return texts;
    }

    /** Return the lines of one form; the last has no line break. */
    public String in(Format format) {
        return switch (format) {
            case TABLE -> String.join("\n", lines);
            case JSON -> JsonText.indented(versioned());
            case YAML -> YamlText.of(versioned()).stripTrailing();
            case NAME -> String.join("\n", names);
        };
    }

    private SequencedMap<String, @Nullable Object> versioned() {
        SequencedMap<String, @Nullable Object> whole = document("schemaVersion", SCHEMA_VERSION);
        whole.putAll(document);
        return whole;
    }
}
