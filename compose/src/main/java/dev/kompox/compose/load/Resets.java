package dev.kompox.compose.load;

import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.Rewrite;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import dev.kompox.compose.yaml.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collect what a document takes away with {@code !reset} and replaces with {@code !override}, so
 * that earlier values can be dropped before it is merged.
 */
final class Resets {

    private final List<List<String>> paths = new ArrayList<>();

    /** Take note of all tags and give the document without them. */
    MappingNode collect(MappingNode document) {
        Node cleaned = clean(document, new ArrayList<>());
        return cleaned instanceof MappingNode mapping ? mapping : document;
    }

    private @Nullable Node clean(Node node, List<String> path) {
        if (node.tag().equals("!reset")) {
            paths.add(List.copyOf(path));
            return null;
        }
        if (node.tag().equals("!override")) {
            paths.add(List.copyOf(path));
            return withoutTag(node);
        }
        return switch (node) {
            case ScalarNode scalar -> scalar;
            case SequenceNode list ->
                    Rewrite.items(list, (i, item) -> below(item, path, "[" + i + "]"));
            case MappingNode mapping ->
                    Rewrite.entries(mapping, (name, value) -> below(value, path, name));
        };
    }

    private @Nullable Node below(Node node, List<String> path, String step) {
        path.add(step);
        Node cleaned = clean(node, path);
        path.removeLast();
        return cleaned;
    }

    private static Node withoutTag(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.withTag(Tag.STRING);
            case SequenceNode list -> list.withTag(Tag.SEQUENCE);
            case MappingNode mapping -> mapping.withTag(Tag.MAPPING);
        };
    }

    /** Drop from an earlier model all that this document resets or overrides. */
    MappingNode apply(MappingNode earlier) {
        MappingNode result = earlier;
        for (List<String> path : paths) {
            result = drop(result, path);
        }
        return result;
    }

    /** Drop from an earlier service all that this document resets or overrides of it. */
    MappingNode apply(MappingNode earlier, String service) {
        MappingNode result = earlier;
        for (List<String> path : paths) {
            boolean below =
                    path.size() > 2
                            && path.get(0).equals("services")
                            && path.get(1).equals(service);
            if (below) {
                result = drop(result, path.subList(2, path.size()));
            }
        }
        return result;
    }

    private static MappingNode drop(MappingNode mapping, List<String> path) {
        if (path.isEmpty()) {
            return mapping;
        }
        String step = path.getFirst();
        if (path.size() == 1) {
            return mapping.without(step);
        }
        return mapping.get(step) instanceof MappingNode below
                ? mapping.with(step, drop(below, path.subList(1, path.size())))
                : mapping;
    }
}
