package dev.kompox.compose.yaml;

import java.util.List;

/**
 * Hold a YAML sequence.
 *
 * @param location where it begins
 * @param tag its tag, {@link Tag#SEQUENCE} unless written otherwise
 * @param items its items in order
 */
public record SequenceNode(Location location, String tag, List<Node> items) implements Node {

    /** Copy the items. */
    public SequenceNode {
        items = List.copyOf(items);
    }

    /** Make an untagged sequence. */
    public static SequenceNode of(Location location, List<Node> items) {
        return new SequenceNode(location, Tag.SEQUENCE, items);
    }

    @Override
    public SequenceNode withTag(String newTag) {
        return new SequenceNode(location, newTag, items);
    }

    @Override
    public String kind() {
        return "a list";
    }
}
