package dev.kompox.compose.merge;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.schema.Key;
import dev.kompox.compose.schema.Unique;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.Rewrite;
import dev.kompox.compose.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keep of every list only the last of the items that mean the same, in the first one's place. */
public final class Doubles {

    private final Diagnostics diagnostics;

    /** Report items without an identity there. */
    public Doubles(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Give the value without doubles, all lists below it included. */
    public Node remove(Node node, @Nullable Key key, Where where) {
        if (key == null) {
            return node;
        }
        if (node instanceof MappingNode mapping) {
            return Rewrite.entries(
                    mapping,
                    (name, value) -> remove(value, key.type().child(name), where.key(name)));
        }
        if (node instanceof SequenceNode list && key.unique() != Unique.NO) {
            return list(list, key.unique(), where);
        }
        return node;
    }

    private Node list(SequenceNode list, Unique rule, Where where) {
        List<Node> kept = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            String identity = Identity.of(item, rule);
            if (identity == null) {
                diagnostics.error("wrong-type", where.item(i), "cannot be " + item.kind(), item);
                continue;
            }
            Integer place = places.putIfAbsent(identity, kept.size());
            if (place == null) {
                kept.add(item);
            } else {
                kept.set(place, item);
            }
        }
        return new SequenceNode(list.location(), list.tag(), kept);
    }
}
