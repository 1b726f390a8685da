package dev.kompox.compose.render;

import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.util.TreeMap;

/**
 * Print a model in the layout of {@code docker compose config --no-interpolate}: keys in the order
 * of their characters, variables as they were written.
 */
public final class ModelPrinter {

    private ModelPrinter() {}

    /** Print YAML, ending in a line break. */
    public static String yaml(MappingNode model) {
        return new YamlPrinter().print(model, null);
    }

    /** Print JSON without a trailing line break. */
    public static String json(MappingNode model) {
        StringBuilder out = new StringBuilder(4096);
        value(model, 0, out);
        return out.toString();
    }

    private static void value(Node node, int indent, StringBuilder out) {
        switch (node) {
            case ScalarNode scalar -> JsonScalars.print(scalar, out);
            // Go prints an empty list of unknown type as nil
            case SequenceNode list when list.items().isEmpty() -> out.append("null");
            case SequenceNode list -> {
                String before = "";
                out.append('[');
                for (Node item : list.items()) {
                    line(before, indent + 2, out);
                    value(item, indent + 2, out);
                    before = ",";
                }
                end(false, indent, out).append(']');
            }
            case MappingNode mapping -> {
                String before = "";
                out.append('{');
                for (var each : new TreeMap<>(mapping.entries()).entrySet()) {
                    line(before, indent + 2, out);
                    JsonScalars.string(each.getKey(), out);
                    out.append(": ");
                    value(each.getValue().value(), indent + 2, out);
                    before = ",";
                }
                end(mapping.isEmpty(), indent, out).append('}');
            }
        }
    }

    private static void line(String before, int indent, StringBuilder out) {
        out.append(before).append('\n').repeat(' ', indent);
    }

    private static StringBuilder end(boolean empty, int indent, StringBuilder out) {
        return empty ? out : out.append('\n').repeat(' ', indent);
    }
}
