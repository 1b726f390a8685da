package dev.kompox.compose.bind;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.schema.Form;
import dev.kompox.compose.yaml.Location;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.MappingNode.Entry;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Give lists and mappings of scalars their final form. */
final class ListsAndPairs {

    private final Diagnostics diagnostics;

    ListsAndPairs(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    @Nullable Node bind(Node node, Form form, Where where) {
        return switch (form) {
            case TEXT_LIST -> orNothing(texts(node));
            case COMMAND -> command(node, where);
            case HEALTH_TEST -> healthTest(node);
            case ENVIRONMENT -> pairs(node, true, where);
            case TEXTS, OPTIONS -> pairs(node, false, where);
            case MULTI_OPTIONS -> multiOptions(node);
            case HOSTS -> new Hosts(diagnostics).bind(node, where);
            case SSH -> ssh(node);
            case RAW,
                    TEXT,
                    INTEGER,
                    INTEGER_OR_ZERO,
                    FLOAT,
                    FLAG,
                    BOOLEAN,
                    BYTES,
                    DURATION,
                    DURATION_OR_ZERO,
                    MODE,
                    DEVICE_COUNT,
                    ULIMIT,
                    IGNORED,
                    ENV_FILES,
                    SHAPE,
                    SHAPE_OR_NOTHING,
                    NAMED,
                    SHAPES ->
                    node;
        };
    }

    private static SequenceNode texts(Node node) {
        List<Node> items = node instanceof SequenceNode list ? list.items() : List.of(node);
        List<Node> texts = new ArrayList<>();
        for (Node item : items) {
            texts.add(
                    item instanceof ScalarNode scalar && !scalar.isString()
                            ? ScalarNode.string(scalar.location(), scalar.text())
                            : item);
        }
        return SequenceNode.of(node.location(), texts);
    }

    private static @Nullable Node orNothing(SequenceNode list) {
        return list.items().isEmpty() ? null : list;
    }

    private Node command(Node node, Where where) {
        if (!(node instanceof ScalarNode scalar)) {
            return texts(node);
        }
        List<Node> words = new ArrayList<>();
        try {
            for (String word : ShellWords.split(scalar.text())) {
                words.add(ScalarNode.string(scalar.location(), word));
            }
        } catch (IllegalArgumentException e) {
            diagnostics.error("bad-command", where, String.valueOf(e.getMessage()), node);
        }
        return SequenceNode.of(node.location(), words);
    }

    private static @Nullable Node healthTest(Node node) {
        if (node instanceof ScalarNode scalar) {
            Location location = scalar.location();
            Node shell = ScalarNode.string(location, "CMD-SHELL");
            return SequenceNode.of(
                    location, List.of(shell, ScalarNode.string(location, scalar.text())));
        }
        return orNothing(texts(node));
    }

    private @Nullable Node pairs(Node node, boolean keepNull, Where where) {
        TreeMap<String, Entry> sorted = new TreeMap<>();
        switch (node) {
            case MappingNode mapping ->
                    mapping.entries().forEach((k, e) -> sorted.put(k, value(e, keepNull)));
            case SequenceNode list -> {
                for (Node item : list.items()) {
                    if (item instanceof ScalarNode scalar) {
                        pair(scalar, keepNull, sorted, where);
                    }
                }
            }
            case ScalarNode scalar -> {}
        }
        return sorted.isEmpty()
                ? null
                : MappingNode.of(node.location(), new LinkedHashMap<>(sorted));
    }

    private static Entry value(Entry entry, boolean keepNull) {
        if (!(entry.value() instanceof ScalarNode scalar) || scalar.isString()) {
            return entry;
        }
        return scalar.isNull() && keepNull
                ? entry
                : entry.withValue(ScalarNode.string(scalar.location(), scalar.text()));
    }

    private void pair(ScalarNode item, boolean keepNull, Map<String, Entry> sorted, Where where) {
        String text = item.text();
        int equals = text.indexOf('=');
        String key = equals < 0 ? text : text.substring(0, equals);
        if (keepNull && !key.isEmpty() && Character.isWhitespace(key.charAt(key.length() - 1))) {
            diagnostics.error("bad-value", where, "variable \"" + key + "\" ends in a space", item);
        }
        Node value =
                equals < 0 && keepNull
                        ? ScalarNode.nothing(item.location())
                        : ScalarNode.string(
                                item.location(), equals < 0 ? "" : text.substring(equals + 1));
        sorted.put(key, new Entry(ScalarNode.string(item.location(), key), value));
    }

    private static @Nullable Node multiOptions(Node node) {
        if (!(node instanceof MappingNode mapping) || mapping.isEmpty()) {
            return null;
        }
        TreeMap<String, Entry> sorted = new TreeMap<>();
        mapping.entries().forEach((k, e) -> sorted.put(k, e.withValue(texts(e.value()))));
        return MappingNode.of(node.location(), new LinkedHashMap<>(sorted));
    }

    private static @Nullable Node ssh(Node node) {
        if (!(node instanceof MappingNode mapping) || mapping.isEmpty()) {
            return null;
        }
        List<Node> keys = new ArrayList<>();
        new TreeMap<>(mapping.entries())
                .forEach((id, entry) -> {
                    String path = entry.value() instanceof ScalarNode scalar ? scalar.text() : "";
                    String text = path.isEmpty() ? id : id + ": " + path;
                    keys.add(ScalarNode.string(entry.key().location(), text));
                });
        return SequenceNode.of(node.location(), keys);
    }
}
