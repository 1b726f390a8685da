package dev.kompox.compose.merge;

import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.schema.Key;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merge address pools: those with the same subnet key by key, others stand side by side. */
final class IpamPools {

    private final Merger merger;
    private final @Nullable Key key;
    private final Where where;
    private final List<Node> pools = new ArrayList<>();

    IpamPools(Merger merger, @Nullable Key key, Where where) {
        this.merger = merger;
        this.key = key;
        this.where = where;
    }

    Node merge(Node base, Node over) {
        if (base instanceof SequenceNode
                && over instanceof ScalarNode nothing
                && nothing.isNull()) {
            // docker compose does not take it for nothing said, as it does elsewhere
            return over;
        }
        if (!(base instanceof SequenceNode earlier) || !(over instanceof SequenceNode later)) {
            return merger.mappings(base, over, key, where);
        }
        for (Node original : earlier.items()) {
            for (Node override : later.items()) {
                place(original, override);
            }
        }
        return SequenceNode.of(over.location(), pools);
    }

    private void place(Node original, Node override) {
        if (!sameSubnet(original, override) && find(override) < 0) {
            pools.add(override);
            return;
        }
        Key item = key == null ? null : key.type().items();
        Node merged = merger.mappings(original, override, item, where);
        int at = find(merged);
        if (at < 0) {
            pools.add(merged);
        } else {
            pools.set(at, merged);
        }
    }

    private int find(Node pool) {
        for (int i = 0; i < pools.size(); i++) {
            if (sameSubnet(pools.get(i), pool)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean sameSubnet(Node one, Node two) {
        Node a = one instanceof MappingNode mapping ? mapping.get("subnet") : null;
        Node b = two instanceof MappingNode mapping ? mapping.get("subnet") : null;
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return Same.same(a, b);
    }
}
