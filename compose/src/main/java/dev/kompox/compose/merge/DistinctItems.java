package dev.kompox.compose.merge;

import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Find items of a list that are the same as an earlier one, in little time for long lists. */
public final class DistinctItems {

    private final Map<List<String>, Integer> scalars = new HashMap<>();
    private final List<Node> others = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private int count;

    /** Begin with no items. */
    public DistinctItems() {}

    /** Take an item in; give the index of the same item taken in earlier, or -1. */
    public int add(Node item) {
        int index = count++;
        if (item instanceof ScalarNode scalar) {
            Integer earlier = scalars.putIfAbsent(List.of(scalar.tag(), scalar.text()), index);
            return earlier == null ? -1 : earlier;
        }
        for (int i = 0; i < others.size(); i++) {
            if (Same.same(others.get(i), item)) {
                return places.get(i);
            }
        }
        others.add(item);
        places.add(index);
        return -1;
    }
}
