package dev.kompox.compose.render;

import dev.kompox.compose.schema.Form;
import dev.kompox.compose.schema.Key;
import dev.kompox.compose.schema.Shape;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.MappingNode.Entry;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Print JSON as docker compose's Go types do: some sections are there even when empty, extensions
 * below the top level are left out.
 */
final class JsonPrinter {

    private final StringBuilder out = new StringBuilder(4096);
    private final boolean compact;
    private int indent;
    private boolean first = true;

    /**
     * Print.
     *
     * @param compact whether to leave out all space
     */
    JsonPrinter(boolean compact) {
        this.compact = compact;
    }

    /** Print what lies below one key. */
    String print(MappingNode node, Shape shape) {
        shape(node, shape, "");
        return out.toString();
    }

    /** Print a whole project. */
    String print(MappingNode tree, Key root) {
        open('{');
        for (Map.Entry<String, Entry> each : new TreeMap<>(tree.entries()).entrySet()) {
            if (!each.getKey().equals("models")) {
                Key key = root.type().child(each.getKey());
                name(each.getKey());
                value(each.getValue().value(), key);
            }
        }
        close('}');
        return out.toString();
    }

    private void value(Node node, @Nullable Key key) {
        if (key != null && key.form() == Form.ULIMIT) {
            ulimit(node);
            return;
        }
        switch (node) {
            case ScalarNode scalar -> JsonScalars.print(scalar, out);
            case SequenceNode list -> list(list, key);
            case MappingNode mapping -> {
                Shape shape = key == null ? null : key.type().shape();
                if (shape == null) {
                    mapping(mapping, key);
                } else {
                    shape(mapping, shape, "");
                }
            }
        }
    }

    /** Zero is left out of a limit, and a limit that is zero is an empty mapping. */
    private void ulimit(Node node) {
        if (node instanceof ScalarNode number && !number.text().equals("0")) {
            JsonScalars.print(number, out);
            return;
        }
        open('{');
        if (node instanceof MappingNode limits) {
            for (String name : List.of("soft", "hard")) {
                if (limits.get(name) instanceof ScalarNode n && !n.text().equals("0")) {
                    name(name);
                    JsonScalars.print(n, out);
                }
            }
        }
        close('}');
    }

    private void list(SequenceNode list, @Nullable Key key) {
        Key item = key == null ? null : key.type().items();
        if (list.items().isEmpty() && key == null) {
            // Go prints an empty list of unknown type as nil
            out.append("null");
            return;
        }
        boolean capital = key != null && isBlockIo(key.name());
        open('[');
        for (Node each : list.items()) {
            separate();
            Shape shape = item == null ? null : item.type().shape();
            if (capital && each instanceof MappingNode mapping && shape != null) {
                shape(mapping, shape, "capital");
            } else {
                value(each, item);
            }
        }
        close(']');
    }

    /** These Go types have no names for JSON, so their fields keep their own. */
    private static boolean isBlockIo(String key) {
        return key.equals("weight_device")
                || key.startsWith("device_read_")
                || key.startsWith("device_write_");
    }

    private void mapping(MappingNode mapping, @Nullable Key key) {
        open('{');
        for (Map.Entry<String, Entry> each : new TreeMap<>(mapping.entries()).entrySet()) {
            name(each.getKey());
            value(each.getValue().value(), key == null ? null : key.type().child(each.getKey()));
        }
        close('}');
    }

    private void shape(MappingNode mapping, Shape shape, String style) {
        open('{');
        shape.keys()
                .forEach((key, known) -> {
                    Node value = mapping.get(key);
                    if (value != null) {
                        name(style.isEmpty() ? key : capital(key));
                        value(value, known);
                    } else if (!style.isEmpty()) {
                        name(capital(key));
                        zero(known);
                    } else if (known.form() == Form.COMMAND) {
                        name(key);
                        out.append("null");
                    } else if (known.form() == Form.SHAPE_OR_NOTHING) {
                        name(key);
                        value(MappingNode.empty(mapping.location()), known);
                    }
                });
        close('}');
    }

    private void zero(Key key) {
        switch (key.form()) {
            case INTEGER -> out.append('0');
            case BYTES -> out.append("\"0\"");
            default -> out.append("\"\"");
        }
    }

    private static String capital(String key) {
        return Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }

    private void name(String key) {
        separate();
        JsonScalars.string(key, out);
        out.append(compact ? ":" : ": ");
    }

    private void separate() {
        out.append(first ? "" : ",");
        line();
        first = false;
    }

    private void open(char bracket) {
        out.append(bracket);
        indent += 2;
        first = true;
    }

    private void close(char bracket) {
        indent -= 2;
        if (!first) {
            line();
        }
        first = false;
        out.append(bracket);
    }

    private void line() {
        if (!compact) {
            out.append('\n').repeat(' ', indent);
        }
    }
}
