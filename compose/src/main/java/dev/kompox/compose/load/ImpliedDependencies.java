package dev.kompox.compose.load;

import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;

/** Complete {@code depends_on} with what links, shared namespaces and shared volumes imply. */
final class ImpliedDependencies {

    private static final String[] NAMESPACES = {"network_mode", "ipc", "pid", "uts", "cgroup"};

    private ImpliedDependencies() {}

    static MappingNode of(MappingNode service) {
        MappingNode all = ModelLoader.section(service, "depends_on");
        if (service.get("links") instanceof SequenceNode links) {
            for (Node link : links.items()) {
                all = add(all, before(link, 2), link, true);
            }
        }
        for (String namespace : NAMESPACES) {
            if (service.get(namespace) instanceof ScalarNode mode
                    && mode.text().startsWith("service:")) {
                all = add(all, mode.text().substring("service:".length()), mode, true);
            }
        }
        if (service.get("volumes_from") instanceof SequenceNode from) {
            for (Node item : from.items()) {
                boolean container =
                        item instanceof ScalarNode text && text.text().startsWith("container:");
                all = container ? all : add(all, before(item, 0), item, false);
            }
        }
        return all;
    }

    /** Cut at the colon; {@code parts} is how many parts there must be for that, or 0 for any. */
    private static String before(Node node, int parts) {
        String text = node instanceof ScalarNode scalar ? scalar.text() : "";
        String[] split = text.split(":", -1);
        return parts == 0 || split.length == parts ? split[0] : text;
    }

    private static MappingNode add(MappingNode all, String name, Node at, boolean restart) {
        if (all.has(name)) {
            return all;
        }
        MappingNode dependency =
                MappingNode.empty(at.location())
                        .with("condition", ScalarNode.string(at.location(), "service_started"))
                        .with("restart", ScalarNode.bool(at.location(), restart))
                        .with("required", ScalarNode.bool(at.location(), true));
        return all.with(name, dependency);
    }
}
