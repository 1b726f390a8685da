package dev.kompox.compose.load;

import dev.kompox.compose.variables.Variables;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.Rewrite;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;

/**
 * Give the variables that an environment only names their values. Included models do this from
 * their own environment, before they are merged.
 */
final class ListedVariables {

    private ListedVariables() {}

    static MappingNode resolve(MappingNode model, Variables variables) {
        return Rewrite.entries(
                model,
                (key, section) ->
                        key.equals("services") && section instanceof MappingNode services
                                ? Rewrite.entries(
                                        services, (name, value) -> service(value, variables))
                                : section);
    }

    private static Node service(Node node, Variables variables) {
        if (node instanceof MappingNode service
                && service.get("environment") instanceof SequenceNode list) {
            return service.with(
                    "environment", Rewrite.items(list, (i, item) -> item(item, variables)));
        }
        return node;
    }

    private static Node item(Node item, Variables variables) {
        if (!(item instanceof ScalarNode name)) {
            return item;
        }
        String value = variables.get(name.text());
        return value == null ? name : ScalarNode.string(name.location(), name.text() + "=" + value);
    }
}
