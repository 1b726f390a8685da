package dev.kompox.compose.canonical;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.yaml.Location;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Write the short forms of a model's ports out, one entry for each container port. */
final class PortForms {

    private static final int MOST = 70_000;

    private final Diagnostics diagnostics;
    private final boolean lenient;
    private int published;

    PortForms(Diagnostics diagnostics, boolean lenient) {
        this.diagnostics = diagnostics;
        this.lenient = lenient;
    }

    Node expand(Node node, Where where) {
        if (!(node instanceof SequenceNode list)) {
            return node;
        }
        List<Node> ports = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            if (item instanceof ScalarNode scalar && (scalar.isString() || scalar.isInteger())) {
                boolean expanded = expand(scalar, where.item(i), ports);
                if (!expanded && lenient) {
                    return node;
                }
            } else {
                if (item instanceof ScalarNode scalar && scalar.isFloat()) {
                    diagnostics.error("bad-port", where.item(i), "must be a whole number", item);
                }
                ports.add(item);
            }
            if (published + ports.size() > MOST) {
                diagnostics.error(
                        "too-many-ports",
                        where,
                        "more than " + MOST + " ports are published together",
                        item);
                return node;
            }
        }
        published += ports.size();
        return SequenceNode.of(list.location(), ports);
    }

    /** Add what a text publishes, and tell whether it could be read. */
    private boolean expand(ScalarNode spec, Where where, List<Node> ports) {
        PortSyntax syntax;
        try {
            syntax = PortSyntax.parse(spec.text());
        } catch (IllegalArgumentException e) {
            if (lenient) {
                return false;
            }
            diagnostics.error(
                    "bad-port",
                    where,
                    "\"" + spec.text() + "\" " + e.getMessage(),
                    spec,
                    "write HOST:CONTAINER, such as \"8080:80\"",
                    null);
            ports.add(spec);
            return false;
        }
        List<Integer> targets = new ArrayList<>();
        for (int port = syntax.from(); port <= syntax.to(); port++) {
            targets.add(port);
        }
        // docker compose orders them as texts: 10 comes before 9
        targets.sort(Comparator.comparing(port -> port + "/" + syntax.protocol()));
        for (int port : targets) {
            ports.add(port(syntax, port, spec.location()));
        }
        return true;
    }

    private static MappingNode port(PortSyntax syntax, int port, Location location) {
        MappingNode node =
                MappingNode.empty(location).with("mode", ScalarNode.string(location, "ingress"));
        if (!syntax.hostIp().isEmpty()) {
            node = node.with("host_ip", ScalarNode.string(location, syntax.hostIp()));
        }
        if (port != 0) {
            node = node.with("target", ScalarNode.integer(location, port));
        }
        String published = syntax.published(port);
        if (!published.isEmpty()) {
            node = node.with("published", ScalarNode.string(location, published));
        }
        return node.with("protocol", ScalarNode.string(location, syntax.protocol()));
    }
}
