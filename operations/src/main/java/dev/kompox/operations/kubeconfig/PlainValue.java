package dev.kompox.operations.kubeconfig;

import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** YAML as maps, lists, texts, numbers, booleans and null. */
final class PlainValue {

    private PlainValue() {}

    static @Nullable Object of(Node node) {
        return switch (node) {
            case MappingNode mapping -> map(mapping);
            case SequenceNode sequence -> {
                List<@Nullable Object> items = new ArrayList<>();
                sequence.items().forEach(item -> items.add(of(item)));
                yield items;
            }
            case ScalarNode scalar -> scalar(scalar);
        };
    }

    static SequencedMap<String, @Nullable Object> map(MappingNode mapping) {
        SequencedMap<String, @Nullable Object> map = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> map.put(key, of(entry.value())));
        return map;
    }

    /** Whatever has no kind of its own is kept as the text that was written. */
    private static @Nullable Object scalar(ScalarNode scalar) {
        if (scalar.isNull()) {
            return null;
        }
        if (scalar.isBoolean()) {
            return scalar.isTrue();
        }
        try {
            return scalar.isNumber() ? new BigDecimal(scalar.text()) : scalar.text();
        } catch (NumberFormatException e) {
            return scalar.text(); // .nan and the like
        }
    }
}
