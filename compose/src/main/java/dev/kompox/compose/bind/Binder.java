package dev.kompox.compose.bind;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.schema.Key;
import dev.kompox.compose.schema.Shape;
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

/**
 * Give a canonical model its final form: the form and the order of keys in which {@code docker
 * compose config} prints it.
 */
public final class Binder {

    private final Scalars scalars;
    private final ListsAndPairs listsAndPairs;

    /** Report values that cannot be read there. */
    public Binder(Diagnostics diagnostics) {
        this.scalars = new Scalars(diagnostics);
        this.listsAndPairs = new ListsAndPairs(diagnostics);
    }

    /** Give the final form of a value, or null when it is to be left out. */
    public @Nullable Node bind(Node node, Key key, Where where) {
        if (node instanceof ScalarNode scalar && scalar.isNull()) {
            return null;
        }
        return switch (key.form()) {
            case RAW -> node;
            case IGNORED -> null;
            case TEXT,
                    INTEGER,
                    INTEGER_OR_ZERO,
                    FLOAT,
                    FLAG,
                    BOOLEAN,
                    BYTES,
                    DURATION,
                    DURATION_OR_ZERO,
                    MODE,
                    DEVICE_COUNT ->
                    node instanceof ScalarNode scalar
                            ? scalars.bind(scalar, key.form(), where)
                            : node;
            case TEXT_LIST,
                    COMMAND,
                    ENVIRONMENT,
                    TEXTS,
                    OPTIONS,
                    MULTI_OPTIONS,
                    HOSTS,
                    HEALTH_TEST,
                    SSH ->
                    listsAndPairs.bind(node, key.form(), where);
            case ENV_FILES -> shapes(node, key, where);
            case ULIMIT ->
                    node instanceof MappingNode ? shape(node, key, where) : bindNumber(node, where);
            case SHAPE -> shape(node, key, where);
            case SHAPE_OR_NOTHING -> {
                Node bound = shape(node, key, where);
                yield bound instanceof MappingNode mapping && mapping.isEmpty() ? null : bound;
            }
            case NAMED -> named(node, key, where);
            case SHAPES -> shapes(node, key, where);
        };
    }

    private Node bindNumber(Node node, Where where) {
        Node bound = node instanceof ScalarNode scalar ? scalars.integer(scalar, where) : null;
        return bound == null ? node : bound;
    }

    private Node shape(Node node, Key key, Where where) {
        Shape shape = key.type().shape();
        if (!(node instanceof MappingNode mapping) || shape == null) {
            return node;
        }
        LinkedHashMap<String, Entry> entries = new LinkedHashMap<>();
        for (Map.Entry<String, Key> known : shape.keys().entrySet()) {
            Entry entry = mapping.entry(known.getKey());
            if (entry == null) {
                continue;
            }
            Node bound = bind(entry.value(), known.getValue(), where.key(known.getKey()));
            if (bound != null) {
                entries.put(known.getKey(), entry.withValue(bound));
            }
        }
        TreeMap<String, Entry> others = new TreeMap<>(mapping.entries());
        others.keySet().removeAll(shape.keys().keySet());
        entries.putAll(others);
        return mapping.withEntries(entries);
    }

    private @Nullable Node named(Node node, Key key, Where where) {
        Key each = key.type().values();
        if (!(node instanceof MappingNode mapping) || mapping.isEmpty() || each == null) {
            return null;
        }
        LinkedHashMap<String, Entry> entries = new LinkedHashMap<>();
        new TreeMap<>(mapping.entries())
                .forEach((name, entry) -> {
                    Node bound = bind(entry.value(), each, where.key(name));
                    entries.put(name, bound == null ? entry : entry.withValue(bound));
                });
        return mapping.withEntries(entries);
    }

    private @Nullable Node shapes(Node node, Key key, Where where) {
        Key each = key.type().items();
        if (!(node instanceof SequenceNode list) || list.items().isEmpty() || each == null) {
            return null;
        }
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            Node bound = bind(list.items().get(i), each, where.item(i));
            items.add(bound == null ? list.items().get(i) : bound);
        }
        return SequenceNode.of(list.location(), items);
    }
}
