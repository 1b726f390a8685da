package dev.kompox.compose.yaml;

import dev.kompox.compose.yaml.MappingNode.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rewrite the children of a node, copying only what changes. */
public final class Rewrite {

    /** Give the new value of a key; null drops it. */
    @FunctionalInterface
    public interface OfEntry {
        /** Rewrite one value. */
        @Nullable Node rewrite(String key, Node value);
    }

    /** Give the new value of an item; null drops it. */
    @FunctionalInterface
    public interface OfItem {
        /** Rewrite one item. */
        @Nullable Node rewrite(int index, Node value);
    }

    private Rewrite() {}

    /** Rewrite every value of a mapping; gives the mapping itself when nothing changes. */
    @SuppressWarnings("ReferenceEquality")
    public static MappingNode entries(MappingNode mapping, OfEntry change) {
        LinkedHashMap<String, Entry> changed = null;
        for (Map.Entry<String, Entry> each : mapping.entries().entrySet()) {
            Node before = each.getValue().value();
            Node after = change.rewrite(each.getKey(), before);
            if (after == before) {
                continue;
            }
            if (changed == null) {
                changed = new LinkedHashMap<>(mapping.entries());
            }
            if (after == null) {
                changed.remove(each.getKey());
            } else {
                changed.put(each.getKey(), each.getValue().withValue(after));
            }
        }
        return changed == null ? mapping : mapping.withEntries(changed);
    }

    /** Rewrite every item of a list; gives the list itself when nothing changes. */
    @SuppressWarnings("ReferenceEquality")
    public static SequenceNode items(SequenceNode list, OfItem change) {
        List<Node> items = new ArrayList<>(list.items().size());
        boolean changed = false;
        for (int i = 0; i < list.items().size(); i++) {
            Node before = list.items().get(i);
            Node after = change.rewrite(i, before);
            changed |= after != before;
            if (after != null) {
                items.add(after);
            }
        }
        return changed ? new SequenceNode(list.location(), list.tag(), items) : list;
    }
}
