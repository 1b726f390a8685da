package dev.kompox.compose.render;

import dev.kompox.compose.schema.Key;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import org.jspecify.annotations.Nullable;

/** Print YAML in the style of go-yaml 3 with an indent of two. */
final class YamlPrinter {

    private final StringBuilder out = new StringBuilder(4096);

    String print(MappingNode tree, @Nullable Key key) {
        mapping(tree, key, 0, true);
        return out.toString();
    }

    private void value(Node node, @Nullable Key key, int indent, boolean inList) {
        switch (node) {
            case ScalarNode scalar -> {
                out.append(' ').append(YamlScalars.print(scalar, indent)).append('\n');
            }
            case MappingNode mapping -> {
                if (mapping.isEmpty()) {
                    out.append(" {}\n");
                } else if (inList) {
                    out.append(' ');
                    mapping(mapping, key, indent, false);
                } else {
                    out.append('\n');
                    mapping(mapping, key, indent, true);
                }
            }
            case SequenceNode list -> {
                if (list.items().isEmpty()) {
                    out.append(" []\n");
                } else if (inList) {
                    out.append(' ');
                    items(list, key, indent, false);
                } else {
                    out.append('\n');
                    items(list, key, indent, true);
                }
            }
        }
    }

    private void mapping(MappingNode mapping, @Nullable Key key, int indent, boolean indentFirst) {
        boolean first = true;
        for (Children.Child child : Children.of(mapping, key)) {
            if (!first || indentFirst) {
                spaces(indent);
            }
            first = false;
            out.append(YamlScalars.key(child.name())).append(':');
            value(child.value(), child.key(), indent + 2, false);
        }
    }

    private void items(SequenceNode list, @Nullable Key key, int indent, boolean indentFirst) {
        Key item = key == null ? null : key.type().items();
        boolean first = true;
        for (Node each : list.items()) {
            if (!first || indentFirst) {
                spaces(indent);
            }
            first = false;
            out.append('-');
            value(each, item, indent + 2, true);
        }
    }

    private void spaces(int count) {
        out.repeat(' ', count);
    }
}
