package dev.kompox.compose.merge;

import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;

/** Compare values wherever they are written, whatever the order of their keys. */
public final class Same {

    private Same() {}

    /** Say whether two values are the same. */
    public static boolean same(Node one, Node two) {
        return switch (one) {
            case ScalarNode scalar ->
                    two instanceof ScalarNode other
                            && scalar.tag().equals(other.tag())
                            && scalar.text().equals(other.text());
            case SequenceNode list -> two instanceof SequenceNode other && items(list, other);
            case MappingNode mapping -> two instanceof MappingNode other && entries(mapping, other);
        };
    }

    private static boolean items(SequenceNode one, SequenceNode two) {
        if (one.items().size() != two.items().size()) {
            return false;
        }
        for (int i = 0; i < one.items().size(); i++) {
            if (!same(one.items().get(i), two.items().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean entries(MappingNode one, MappingNode two) {
        if (one.entries().size() != two.entries().size()) {
            return false;
        }
        for (var entry : one.entries().entrySet()) {
            Node other = two.get(entry.getKey());
            if (other == null || !same(entry.getValue().value(), other)) {
                return false;
            }
        }
        return true;
    }
}
