package dev.kompox.compose.canonical;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.merge.Pairs;
import dev.kompox.compose.schema.Key;
import dev.kompox.compose.schema.Shorthand;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.MappingNode.Entry;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.Rewrite;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Write every short form out as its long form. What has a wrong type is left for validation. */
public final class Canonical {

    private final Diagnostics diagnostics;
    private final boolean lenient;
    private final PortForms ports;
    private final VolumeForms volumes;

    /**
     * Report malformed short forms there.
     *
     * @param lenient whether to leave them as they are instead: they may hold variables
     */
    public Canonical(Diagnostics diagnostics, boolean lenient) {
        this.diagnostics = diagnostics;
        this.lenient = lenient;
        this.ports = new PortForms(diagnostics, lenient);
        this.volumes = new VolumeForms(diagnostics, lenient);
    }

    /** Give the value in its long form, all values below it included. */
    public Node expand(Node node, @Nullable Key key, Where where) {
        if (key == null) {
            return node;
        }
        Node expanded = key.shorthand() == Shorthand.NONE ? node : shorthand(node, key, where);
        return switch (expanded) {
            case ScalarNode scalar -> scalar;
            case MappingNode mapping ->
                    Rewrite.entries(
                            mapping,
                            (name, value) ->
                                    expand(value, key.type().child(name), where.key(name)));
            case SequenceNode list ->
                    Rewrite.items(
                            list, (i, item) -> expand(item, key.type().items(), where.item(i)));
        };
    }

    private Node shorthand(Node node, Key key, Where where) {
        return switch (key.shorthand()) {
            case NONE -> node;
            case BUILD -> wrap(node, "context");
            case FILE_MOUNT -> wrap(node, "source");
            case EXTENDS -> wrap(node, "service");
            case TEXT ->
                    node instanceof ScalarNode scalar
                            ? ScalarNode.string(scalar.location(), scalar.text())
                            : node;
            case LIST ->
                    node instanceof ScalarNode scalar && scalar.isString()
                            ? SequenceNode.of(scalar.location(), List.of(scalar))
                            : node;
            case GPUS ->
                    node instanceof ScalarNode scalar && scalar.isString()
                            ? SequenceNode.of(scalar.location(), List.of(allDevices(scalar)))
                            : node;
            case ENV_FILE -> envFiles(node);
            case KEY_VALUE -> pairs(node, where);
            case SSH -> ssh(node, where);
            case NAMES -> names(node);
            case DEPENDS_ON -> dependsOn(node);
            case VOLUME -> volumes.expand(node, where);
            case DEVICE -> device(node, where);
            case PORTS -> ports.expand(node, where);
            case EXTERNAL -> external(node, where);
        };
    }

    private static MappingNode allDevices(ScalarNode at) {
        return MappingNode.empty(at.location())
                .with("count", ScalarNode.string(at.location(), "all"));
    }

    private static Node wrap(Node node, String key) {
        return node instanceof ScalarNode scalar && scalar.isString()
                ? MappingNode.empty(node.location()).with(key, node)
                : node;
    }

    private static Node envFiles(Node node) {
        if (node instanceof SequenceNode list) {
            return Rewrite.items(list, (i, item) -> envFile(item));
        }
        return node instanceof ScalarNode scalar && scalar.isString()
                ? SequenceNode.of(node.location(), List.of(envFile(node)))
                : node;
    }

    private static Node envFile(Node item) {
        Node file = wrap(item, "path");
        return file instanceof MappingNode mapping && !mapping.has("required")
                ? mapping.with("required", ScalarNode.bool(item.location(), true))
                : file;
    }

    private Node pairs(Node node, Where where) {
        if (!(node instanceof SequenceNode list)) {
            return node;
        }
        LinkedHashMap<String, Entry> entries = new LinkedHashMap<>();
        for (Node item : list.items()) {
            String text = item instanceof ScalarNode scalar ? scalar.text() : "";
            int equals = text.indexOf('=');
            if (equals < 0 && lenient) {
                return node;
            }
            if (equals < 0) {
                diagnostics.error("bad-value", where, "needs KEY=VALUE", item);
            } else {
                put(entries, item, text.substring(0, equals), text.substring(equals + 1));
            }
        }
        return MappingNode.of(node.location(), entries);
    }

    private Node ssh(Node node, Where where) {
        if (!(node instanceof SequenceNode list)) {
            return node;
        }
        LinkedHashMap<String, Entry> entries = new LinkedHashMap<>();
        for (Node item : list.items()) {
            String text = item instanceof ScalarNode scalar ? scalar.text() : "";
            int equals = text.indexOf('=');
            if (equals >= 0) {
                put(entries, item, text.substring(0, equals), text.substring(equals + 1));
            } else if (text.equals("default")) {
                ScalarNode key = ScalarNode.string(item.location(), text);
                entries.put(text, new Entry(key, ScalarNode.nothing(item.location())));
            } else {
                diagnostics.error("bad-value", where, "needs \"default\" or ID=PATH", item);
            }
        }
        return MappingNode.of(node.location(), entries);
    }

    private static void put(Map<String, Entry> entries, Node at, String key, String value) {
        entries.put(
                key,
                new Entry(
                        ScalarNode.string(at.location(), key),
                        ScalarNode.string(at.location(), value)));
    }

    private static Node names(Node node) {
        if (!(node instanceof SequenceNode list)) {
            return node;
        }
        LinkedHashMap<String, Entry> entries = new LinkedHashMap<>();
        for (Node item : list.items()) {
            if (item instanceof ScalarNode name) {
                entries.put(name.text(), new Entry(name, ScalarNode.nothing(name.location())));
            }
        }
        return MappingNode.of(node.location(), entries);
    }

    private static Node dependsOn(Node node) {
        if (node instanceof SequenceNode list) {
            LinkedHashMap<String, Entry> entries = new LinkedHashMap<>();
            for (Node item : list.items()) {
                if (item instanceof ScalarNode name) {
                    entries.put(name.text(), new Entry(name, Pairs.defaultDependency(name)));
                }
            }
            return MappingNode.of(node.location(), entries);
        }
        return node instanceof MappingNode mapping
                ? Rewrite.entries(mapping, (name, value) -> dependency(value))
                : node;
    }

    private static Node dependency(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            return node;
        }
        MappingNode full = mapping;
        if (!full.has("condition")) {
            full = full.with("condition", ScalarNode.string(node.location(), "service_started"));
        }
        return full.has("required")
                ? full
                : full.with("required", ScalarNode.bool(node.location(), true));
    }

    private Node device(Node node, Where where) {
        if (!(node instanceof ScalarNode scalar)) {
            return node;
        }
        String[] parts = scalar.text().split(":", -1);
        if (parts.length > 3 && lenient) {
            return node;
        }
        if (parts.length > 3) {
            diagnostics.error("bad-value", where, "has too many colons for a device", node);
            return node;
        }
        String target = parts.length > 1 && !parts[1].isEmpty() ? parts[1] : parts[0];
        MappingNode device = MappingNode.empty(node.location());
        device = device.with("source", ScalarNode.string(node.location(), parts[0]));
        device = device.with("target", ScalarNode.string(node.location(), target));
        String permissions = parts.length == 3 ? parts[2] : "rwm";
        return device.with("permissions", ScalarNode.string(node.location(), permissions));
    }

    private Node external(Node node, Where where) {
        if (!(node instanceof MappingNode resource)
                || !(resource.get("external") instanceof MappingNode old)) {
            return node;
        }
        MappingNode current = resource.with("external", ScalarNode.bool(old.location(), true));
        Node oldName = old.get("name");
        if (oldName == null) {
            return current;
        }
        diagnostics.warning(
                "deprecated",
                where + ": external.name is deprecated, use name and external: true",
                oldName.location());
        Node name = resource.get("name");
        boolean clash =
                name instanceof ScalarNode one
                        && oldName instanceof ScalarNode two
                        && !one.text().equals(two.text());
        if (clash) {
            diagnostics.error(
                    "conflict", where, "name and external.name differ, keep only name", oldName);
        }
        return name == null ? current.with("name", oldName) : current;
    }
}
