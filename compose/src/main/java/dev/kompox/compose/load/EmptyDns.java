package dev.kompox.compose.load;

import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.Rewrite;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;

/** Leave empty entries of {@code dns} out, as unset variables leave them behind. */
final class EmptyDns {

    private EmptyDns() {}

    static MappingNode remove(MappingNode model) {
        return Rewrite.entries(
                model,
                (key, section) ->
                        key.equals("services") && section instanceof MappingNode services
                                ? Rewrite.entries(services, (name, service) -> service(service))
                                : section);
    }

    private static Node service(Node node) {
        if (node instanceof MappingNode service
                && service.get("dns") instanceof SequenceNode list) {
            SequenceNode kept = Rewrite.items(list, (i, item) -> isEmpty(item) ? null : item);
            return service.with("dns", kept);
        }
        return node;
    }

    private static boolean isEmpty(Node item) {
        return item instanceof ScalarNode scalar && scalar.text().isEmpty();
    }
}
