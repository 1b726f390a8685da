package dev.kompox.compose.merge;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.schema.Key;
import dev.kompox.compose.schema.Merge;
import dev.kompox.compose.schema.Unique;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.MappingNode.Entry;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lay a later model over an earlier one (Compose Specification, "Merge and override"). */
public final class Merger {

    private final Diagnostics diagnostics;

    /** Report clashes there. */
    public Merger(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Merge two values of one key.
     *
     * @param base the earlier value
     * @param over the later value
     * @param key what is known of the key, or null below an unknown one
     * @return the merged value; on a clash, which is reported, the later one
     */
    public Node merge(Node base, Node over, @Nullable Key key, Where where) {
        return switch (key == null ? Merge.DEEP : key.merge()) {
            case DEEP -> deep(base, over, key, where);
            case REPLACE -> over;
            case SEQUENCE -> append(Pairs.asList(base), Pairs.asList(over), over, key);
            case LIMIT ->
                    base instanceof MappingNode && over instanceof MappingNode
                            ? mappings(base, over, key, where)
                            : over;
            case BUILD -> mappings(context(base), context(over), key, where);
            case DEPENDS_ON -> named(base, over, Pairs::defaultDependency, key, where);
            case NAMES -> named(base, over, Merger::nothing, key, where);
            case LOGGING -> logging(base, over, key, where);
            case IPAM_CONFIG -> new IpamPools(this, key, where).merge(base, over);
        };
    }

    private Node deep(Node base, Node over, @Nullable Key key, Where where) {
        if (isNull(over)) {
            return base;
        }
        if (base instanceof MappingNode || base instanceof SequenceNode) {
            return mappings(base, over, key, where);
        }
        return over;
    }

    /** Merge mappings key by key and append lists; anything else cannot be laid over them. */
    Node mappings(Node base, Node over, @Nullable Key key, Where where) {
        if (base instanceof MappingNode earlier && over instanceof MappingNode later) {
            return entries(earlier, later, key, where);
        }
        if (base instanceof SequenceNode earlier && over instanceof SequenceNode later) {
            return append(earlier.items(), later.items(), earlier, key);
        }
        if (isNull(base)) {
            return over;
        }
        if (isNull(over)) {
            return base;
        }
        diagnostics.error(
                "cannot-override",
                where,
                over.kind() + " cannot override " + base.kind() + " (" + base.location() + ")",
                over);
        return over;
    }

    private MappingNode entries(
            MappingNode base, MappingNode over, @Nullable Key key, Where where) {
        LinkedHashMap<String, Entry> merged = new LinkedHashMap<>(base.entries());
        over.entries()
                .forEach((name, entry) -> {
                    Entry earlier = merged.get(name);
                    merged.put(
                            name,
                            earlier == null ? entry : merged(earlier, entry, name, key, where));
                });
        return base.withEntries(merged);
    }

    private Entry merged(Entry earlier, Entry later, String name, @Nullable Key key, Where where) {
        Key child = key == null ? null : key.type().child(name);
        return later.withValue(merge(earlier.value(), later.value(), child, where.key(name)));
    }

    private Node logging(Node base, Node over, @Nullable Key key, Where where) {
        if (base instanceof MappingNode earlier && over instanceof MappingNode later) {
            Node one = earlier.get("driver");
            Node two = later.get("driver");
            boolean differ = one != null && two != null && !Same.same(one, two);
            return differ ? over : mappings(base, over, key, where);
        }
        if (isNull(over)) {
            // docker compose does not take it for nothing said, as it does elsewhere
            diagnostics.error("wrong-type", where, "must be a mapping, not nothing", over);
            return over;
        }
        return mappings(base, over, key, where);
    }

    private static Node context(Node node) {
        return node instanceof ScalarNode scalar && scalar.isString()
                ? MappingNode.empty(node.location()).with("context", node)
                : node;
    }

    private Node named(
            Node base,
            Node over,
            Function<ScalarNode, Node> value,
            @Nullable Key key,
            Where where) {
        return mappings(keyed(base, value, where), keyed(over, value, where), key, where);
    }

    private static Node nothing(ScalarNode name) {
        return ScalarNode.nothing(name.location());
    }

    /** Make a list of names a mapping; anything else stays. */
    private Node keyed(Node node, Function<ScalarNode, Node> value, Where where) {
        if (!(node instanceof SequenceNode list)) {
            return node;
        }
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            if (item instanceof ScalarNode name && name.isString()) {
                entries.put(name.text(), new Entry(name, value.apply(name)));
            } else {
                String sentence = "must be a string, not " + item.kind();
                diagnostics.error(
                        "wrong-type", where.item(i), sentence, item, "", "Write a string.");
            }
        }
        return MappingNode.of(list.location(), entries);
    }

    /**
     * Append what is not there yet, as version 5 does. Of items with an identity of their own the
     * last counts, so that all of them are needed until {@link Doubles} has chosen.
     */
    private static Node append(List<Node> base, List<Node> over, Node at, @Nullable Key key) {
        List<Node> items = new ArrayList<>(base);
        if (key != null && key.unique() != Unique.NO) {
            items.addAll(over);
            return SequenceNode.of(at.location(), items);
        }
        DistinctItems known = new DistinctItems();
        base.forEach(known::add);
        for (Node item : over) {
            if (known.add(item) < 0) {
                items.add(item);
            }
        }
        return SequenceNode.of(at.location(), items);
    }

    private static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar && scalar.isNull();
    }
}
