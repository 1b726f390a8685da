package dev.kompox.compose.merge;

import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.MappingNode.Entry;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/** Turn mappings into lists of {@code KEY=VALUE}, so that both ways of writing can be appended. */
public final class Pairs {

    private Pairs() {}

    /** Give a list's items, a mapping's sorted pairs, or a text as a list of one. */
    static List<Node> asList(Node node) {
        return switch (node) {
            case SequenceNode list -> list.items();
            case MappingNode mapping -> pairs(mapping);
            case ScalarNode scalar -> scalar.isString() ? List.of(scalar) : List.of();
        };
    }

    private static List<Node> pairs(MappingNode mapping) {
        List<Node> items = new ArrayList<>();
        new TreeMap<>(mapping.entries()).forEach((name, entry) -> add(items, name, entry));
        return items;
    }

    private static void add(List<Node> items, String name, Entry entry) {
        switch (entry.value()) {
            case SequenceNode list ->
                    list.items().forEach(item -> items.add(pair(name, entry, item)));
            case ScalarNode scalar ->
                    items.add(
                            scalar.isNull()
                                    ? ScalarNode.string(entry.key().location(), name)
                                    : pair(name, entry, scalar));
            case MappingNode wrong -> items.add(wrong);
        }
    }

    private static Node pair(String name, Entry entry, Node value) {
        return value instanceof ScalarNode scalar
                ? ScalarNode.string(entry.key().location(), name + "=" + scalar.text())
                : value;
    }

    /** Give the long form of a dependency of which only the name is written. */
    public static MappingNode defaultDependency(ScalarNode name) {
        return MappingNode.of(name.location(), new LinkedHashMap<>())
                .with("condition", ScalarNode.string(name.location(), "service_started"))
                .with("required", ScalarNode.bool(name.location(), true));
    }
}
