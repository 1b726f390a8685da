package dev.kompox.compose.yaml;

import dev.kompox.compose.yaml.MappingNode.Entry;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Collect the entries of one mapping: refuse doubles, merge {@code <<} in at the end. */
final class MappingEntries {

    /** Take note of a problem at a key. */
    interface Report {
        void problem(String code, String sentence, ScalarNode key);
    }

    private final Report report;
    private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>();
    private @Nullable Entry merge;

    MappingEntries(Report report) {
        this.report = report;
    }

    void add(ScalarNode key, Node value) {
        if (key.tag().equals(Tag.MERGE)) {
            if (merge == null) {
                merge = new Entry(key, value);
            } else {
                twice(key, merge.key());
            }
            return;
        }
        Entry first = entries.putIfAbsent(key.text(), new Entry(key, value));
        if (first != null) {
            twice(key, first.key());
        }
    }

    /** Give the entries: own keys first, then merged ones in the order they were written. */
    SequencedMap<String, Entry> merged() {
        if (merge == null) {
            return entries;
        }
        if (merge.value() instanceof SequenceNode list) {
            for (Node item : list.items()) {
                mergeIn(merge.key(), item);
            }
        } else {
            mergeIn(merge.key(), merge.value());
        }
        return entries;
    }

    private void mergeIn(ScalarNode key, Node value) {
        if (value instanceof MappingNode mapping) {
            mapping.entries().forEach(entries::putIfAbsent);
        } else {
            report.problem("bad-merge", "<< needs a mapping or a list of mappings", key);
        }
    }

    private void twice(ScalarNode key, ScalarNode first) {
        report.problem(
                "duplicate-key",
                "key \"%s\" is written twice, first on line %d"
                        .formatted(key.written(), first.location().line()),
                key);
    }
}
