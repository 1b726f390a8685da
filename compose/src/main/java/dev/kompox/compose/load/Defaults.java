package dev.kompox.compose.load;

import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.Rewrite;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import org.jspecify.annotations.Nullable;

/** Add what a canonical service leaves unsaid: contexts, targets, protocols, counts. */
final class Defaults {

    private Defaults() {}

    static MappingNode add(MappingNode model) {
        return Rewrite.entries(
                model,
                (key, section) ->
                        key.equals("services") && section instanceof MappingNode services
                                ? Rewrite.entries(services, (name, service) -> service(service))
                                : section);
    }

    private static Node service(Node node) {
        if (!(node instanceof MappingNode service)) {
            return node;
        }
        return Rewrite.entries(
                service,
                (key, value) ->
                        switch (key) {
                            case "build" -> with(value, "context", ".");
                            case "secrets" -> items(value, Defaults::secret);
                            case "ports" -> items(value, Defaults::port);
                            case "gpus" -> items(value, Defaults::devices);
                            case "deploy" -> deploy(value);
                            default -> value;
                        });
    }

    /** Complete one mapping of a list. */
    private interface Complete {
        Node item(MappingNode item);
    }

    private static Node items(Node node, Complete complete) {
        return node instanceof SequenceNode list
                ? Rewrite.items(
                        list,
                        (i, item) ->
                                item instanceof MappingNode mapping ? complete.item(mapping) : item)
                : node;
    }

    private static Node secret(MappingNode secret) {
        return with(secret, "target", "/run/secrets/" + text(secret.get("source")));
    }

    private static Node port(MappingNode port) {
        return with(with(port, "protocol", "tcp"), "mode", "ingress");
    }

    private static Node devices(MappingNode request) {
        return request.has("device_ids") ? request : with(request, "count", "all");
    }

    private static Node generic(MappingNode resource) {
        return below(
                resource,
                "discrete_resource_spec",
                spec -> with(with(spec, "kind", ""), "value", "0"));
    }

    private static Node deploy(Node node) {
        return below(
                node,
                "resources",
                resources -> below(resources, "reservations", Defaults::reservations));
    }

    private static Node reservations(Node node) {
        Node complete = below(node, "devices", devices -> items(devices, Defaults::devices));
        return below(
                complete, "generic_resources", resources -> items(resources, Defaults::generic));
    }

    /** Change one value. */
    private interface Change {
        Node change(Node value);
    }

    private static Node below(Node node, String key, Change change) {
        if (!(node instanceof MappingNode mapping)) {
            return node;
        }
        Node value = mapping.get(key);
        return value == null ? node : mapping.with(key, change.change(value));
    }

    private static Node with(Node node, String key, String value) {
        return node instanceof MappingNode mapping && !mapping.has(key)
                ? mapping.with(key, ScalarNode.string(mapping.location(), value))
                : node;
    }

    private static String text(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.text() : "";
    }
}
