package dev.kompox.compose.bind;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Give {@code extra_hosts} their final form: a sorted list of {@code HOST=IP}. */
final class Hosts {

    private final Diagnostics diagnostics;
    private final List<String> lines = new ArrayList<>();

    Hosts(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    @Nullable Node bind(Node node, Where where) {
        switch (node) {
            case MappingNode mapping ->
                    mapping.entries()
                            .forEach((host, entry) -> addresses(host, entry.value(), where));
            case SequenceNode list -> {
                for (Node item : list.items()) {
                    if (item instanceof ScalarNode scalar) {
                        line(scalar, where);
                    }
                }
            }
            case ScalarNode scalar -> {}
        }
        if (lines.isEmpty() && (!(node instanceof MappingNode mapping) || mapping.isEmpty())) {
            return null;
        }
        lines.sort(null);
        List<Node> sorted = new ArrayList<>();
        for (String line : lines) {
            sorted.add(ScalarNode.string(node.location(), line));
        }
        return SequenceNode.of(node.location(), sorted);
    }

    private void addresses(String host, Node value, Where where) {
        switch (value) {
            case SequenceNode list -> {
                for (Node item : new ArrayList<>(list.items())) {
                    if (item instanceof ScalarNode address) {
                        add(host, address.text(), address, where);
                    }
                }
            }
            case ScalarNode address -> add(host, address.text(), address, where);
            case MappingNode wrong -> {}
        }
    }

    private void line(ScalarNode item, Where where) {
        String text = item.text();
        int separator = text.indexOf('=');
        separator = separator < 0 ? text.indexOf(':') : separator;
        if (separator < 0) {
            diagnostics.error(
                    "bad-value", where, "\"" + text + "\" names no address", item, "HOST=IP", null);
            return;
        }
        for (String address : text.substring(separator + 1).split(",", -1)) {
            add(text.substring(0, separator), address, item, where);
        }
    }

    private void add(String host, String address, Node at, Where where) {
        if (host.isEmpty() || host.indexOf(':') >= 0 || host.indexOf('=') >= 0) {
            diagnostics.error("bad-value", where, "\"" + host + "\" is no host name", at);
            return;
        }
        boolean bracketed =
                address.length() > 2 && address.startsWith("[") && address.endsWith("]");
        lines.add(host + "=" + (bracketed ? address.substring(1, address.length() - 1) : address));
    }
}
