package dev.kompox.compose.render;

import dev.kompox.compose.schema.Key;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.MappingNode.Entry;
import dev.kompox.compose.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** List what stands in a mapping, in the order in which it is printed. */
final class Children {

    /** One key to print. */
    record Child(String name, Node value, @Nullable Key key) {}

    private Children() {}

    /** Give the known keys in the table's order, then all others in natural order. */
    static List<Child> of(MappingNode mapping, @Nullable Key key) {
        List<Child> children = new ArrayList<>();
        TreeMap<String, Entry> rest = new TreeMap<>(NaturalOrder.KEYS);
        rest.putAll(mapping.entries());
        if (key != null && key.type().shape() != null) {
            key.type()
                    .shape()
                    .keys()
                    .forEach((name, known) -> {
                        Entry entry = rest.remove(name);
                        if (entry != null) {
                            children.add(new Child(name, entry.value(), known));
                        }
                    });
        }
        rest.forEach((name, entry) -> {
            Key child = key == null ? null : key.type().child(name);
            children.add(new Child(name, entry.value(), child));
        });
        return children;
    }
}
