package dev.kompox.compose.yaml;

/** Walk a tree in tests: keys by name, items by number. */
public final class Tree {

    private Tree() {}

    public static Node at(Node root, String... path) {
        Node node = root;
        for (String step : path) {
            Node next =
                    switch (node) {
                        case MappingNode mapping -> mapping.get(step);
                        case SequenceNode list -> list.items().get(Integer.parseInt(step));
                        case ScalarNode scalar -> null;
                    };
            if (next == null) {
                throw new AssertionError("no " + step + " in " + node);
            }
            node = next;
        }
        return node;
    }

    public static String textAt(Node root, String... path) {
        return ((ScalarNode) at(root, path)).text();
    }

    public static ScalarNode keyAt(Node root, String key) {
        MappingNode.Entry entry = ((MappingNode) root).entry(key);
        if (entry == null) {
            throw new AssertionError("no " + key + " in " + root);
        }
        return entry.key();
    }
}
