package dev.kompox.manifest.read;

import dev.kompox.compose.diagnose.Nearest;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.MappingNode.Entry;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Read the keys of one mapping. What is wrong is reported and read as if it were not there; {@link
 * #make} then makes nothing.
 */
final class Fields {

    private final Reading reading;
    private final Where where;
    private final Node node;
    private final MappingNode mapping;
    private final int errorsBefore;

    /**
     * Begin to read a mapping.
     *
     * @param known the keys it may have
     */
    Fields(Reading reading, Where where, Node node, String... known) {
        this(reading, where, node);
        refuseUnknown(List.of(known));
    }

    /** Begin to read a mapping that may have any keys. */
    private Fields(Reading reading, Where where, Node node) {
        this.reading = reading;
        this.where = where;
        this.node = node;
        this.errorsBefore = reading.errors();
        this.mapping =
                node instanceof MappingNode given ? given : MappingNode.empty(node.location());
        if (!(node instanceof MappingNode) && !isNull(node)) {
            reading.wrongType(where, "a mapping", node);
        }
    }

    private void refuseUnknown(List<String> known) {
        for (Entry entry : mapping.entries().values()) {
            String key = entry.key().text();
            if (!known.contains(key)) {
                String near = Nearest.of(key, known);
                reading.error(
                        "unknown-key",
                        where.key(key),
                        "unknown key \"" + key + "\"",
                        entry.key(),
                        near == null ? "" : "did you mean \"" + near + "\"?",
                        near == null
                                ? "Remove the key; allowed are " + String.join(", ", known) + "."
                                : "Rename the key to \"" + near + "\", or remove it.");
            }
        }
    }

    private Node valueOf(String key) {
        Node value = mapping.get(key);
        return value == null ? node : value;
    }

    /** Say whether a key has a value. */
    boolean has(String key) {
        return value(key) != null;
    }

    /** Give a key's value as it stands, or null when there is none. */
    @Nullable Node value(String key) {
        Node value = mapping.get(key);
        return value == null || isNull(value) ? null : value;
    }

    /** Read a text; null when there is none or it is empty. */
    @Nullable String text(String key) {
        Node value = value(key);
        String text = value == null ? null : reading.text(where.key(key), value);
        return text == null || text.isEmpty() ? null : text;
    }

    /** Read a text that must be there. */
    @Nullable String requiredText(String key) {
        String text = text(key);
        Node value = value(key);
        if (value == null) {
            missing(key);
        } else if (text == null && value instanceof ScalarNode scalar && scalar.isString()) {
            reading.error("empty-value", where.key(key), "must not be empty", value);
        }
        return text;
    }

    /**
     * Read a text of a certain form; null when there is none.
     *
     * @param parse makes a value of it, or throws an exception whose message says what is wrong
     */
    <T> @Nullable T parsed(String key, Function<String, T> parse) {
        String text = text(key);
        return text == null ? null : reading.parse(where.key(key), valueOf(key), text, parse);
    }

    /** Read a text of a certain form that must be there. */
    <T> @Nullable T required(String key, Function<String, T> parse) {
        String text = requiredText(key);
        return text == null ? null : reading.parse(where.key(key), valueOf(key), text, parse);
    }

    /** Read a quantity that must be there: a number, or a text of a certain form. */
    <T> @Nullable T requiredQuantity(String key, Function<String, T> parse) {
        Node value = value(key);
        return value instanceof ScalarNode scalar && scalar.isNumber()
                ? reading.parse(where.key(key), value, scalar.text(), parse)
                : required(key, parse);
    }

    /** Read a mapping as it stands; null when there is none. */
    @Nullable MappingNode mapping(String key) {
        Node value = value(key);
        if (value instanceof MappingNode inside) {
            return inside;
        }
        if (value != null) {
            reading.wrongType(where.key(key), "a mapping", value);
        }
        return null;
    }

    /** Read {@code true} or {@code false}; {@code false} when there is neither. */
    boolean flag(String key) {
        Node value = value(key);
        if (value != null && !(value instanceof ScalarNode scalar && scalar.isBoolean())) {
            reading.wrongType(where.key(key), "true or false", value);
        }
        return value instanceof ScalarNode scalar && scalar.isTrue();
    }

    /** Read a whole number that must be there. */
    int requiredNumber(String key) {
        Node value = value(key);
        if (value == null) {
            missing(key);
            return 0;
        }
        if (value instanceof ScalarNode scalar && scalar.isInteger()) {
            Integer number = reading.parse(where.key(key), value, scalar.text(), Fields::number);
            return number == null ? 0 : number;
        }
        String wanted = "must be a whole number" + (isNumber(value) ? "" : ", not " + value.kind());
        reading.error("wrong-type", where.key(key), wanted, value);
        return 0;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the number is too large", e);
        }
    }

    /** Read a list of texts; empty when there is none. */
    List<String> texts(String key) {
        return parsedList(key, text -> text);
    }

    /** Read a list of texts of a certain form; empty when there is none. */
    <T> List<T> parsedList(String key, Function<String, T> parse) {
        List<T> values = new ArrayList<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            Where at = where.key(key).item(i);
            String text = reading.text(at, items.get(i));
            T value = text == null ? null : reading.parse(at, items.get(i), text, parse);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** Read a mapping of texts; empty when there is none. */
    SequencedMap<String, String> textMap(String key) {
        LinkedHashMap<String, String> texts = new LinkedHashMap<>();
        Node value = value(key);
        if (value instanceof MappingNode map) {
            map.entries()
                    .forEach((name, entry) -> {
                        Where at = where.key(key).key(name);
                        String text = isNull(entry.value()) ? "" : reading.text(at, entry.value());
                        texts.put(name, text == null ? "" : text);
                    });
        } else if (value != null) {
            reading.wrongType(where.key(key), "a mapping", value);
        }
        return texts;
    }

    /** Read a mapping inside; an empty one when there is none. */
    Fields fields(String key, String... known) {
        return new Fields(reading, where.key(key), insideOf(key), known);
    }

    private Node insideOf(String key) {
        Node value = value(key);
        Entry entry = mapping.entry(key);
        Node place = entry == null ? node : entry.key();
        return value == null ? MappingNode.empty(place.location()) : value;
    }

    /** Read a mapping inside that may have any keys; an empty one when there is none. */
    Fields open(String key) {
        return new Fields(reading, where.key(key), insideOf(key));
    }

    /** Read a list of mappings; empty when there is none. */
    <T> List<T> list(String key, Function<Fields, @Nullable T> read, String... known) {
        List<T> values = new ArrayList<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            Where at = where.key(key).item(i);
            T value = read.apply(new Fields(reading, at, items.get(i), known));
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** Report each item of a list that is the same as one before it in one respect. */
    <T> void refuseTwice(String key, String what, List<T> values, Function<T, ?> respect) {
        List<Node> items = items(key);
        Map<Object, Node> seen = new HashMap<>();
        for (int i = 0; i < values.size() && values.size() == items.size(); i++) {
            Object value = respect.apply(values.get(i));
            Node first = seen.putIfAbsent(value, items.get(i));
            if (first != null) {
                String sentence =
                        "%s \"%s\" is there twice, first on line %d"
                                .formatted(what, value, first.location().line());
                reading.error("double-entry", where.key(key).item(i), sentence, items.get(i));
            }
        }
    }

    private List<Node> items(String key) {
        Node value = value(key);
        if (value instanceof SequenceNode sequence) {
            return sequence.items();
        }
        if (value != null) {
            reading.wrongType(where.key(key), "a list", value);
        }
        return List.of();
    }

    /** Report a problem at a key, or at the mapping when the key is not there. */
    void error(String code, String key, String sentence, @Nullable String remedy) {
        Entry entry = mapping.entry(key);
        Node at = entry == null ? node : entry.key();
        reading.error(code, where.key(key), sentence, at, "", remedy);
    }

    /** Report that a key is not there. */
    void missing(String key) {
        reading.error(
                "missing-key",
                where,
                "needs the key \"" + key + "\"",
                node,
                "",
                "Add \"%s\" to %s in %s.".formatted(key, where, node.location().file()));
    }

    /** Make a value of what was read, or null when something of it was wrong. */
    <T> @Nullable T make(Supplier<T> maker) {
        if (reading.errors() > errorsBefore) {
            return null;
        }
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            reading.error("bad-value", where, String.valueOf(e.getMessage()), node);
            return null;
        }
    }

    private static boolean isNumber(Node value) {
        return value instanceof ScalarNode scalar && scalar.isNumber();
    }

    private static boolean isNull(Node value) {
        return value instanceof ScalarNode scalar && scalar.isNull();
    }
}
