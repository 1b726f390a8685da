package dev.kompox.compose.check;

import dev.kompox.compose.canonical.IpAddress;
import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Check rules between the keys of one mapping, which a table of types cannot hold. */
public final class ResourceRules {

    private final Diagnostics diagnostics;

    /** Report there. */
    public ResourceRules(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Check a merged canonical model. */
    public void check(MappingNode model) {
        each(model, "volumes", this::volume);
        each(model, "configs", (c, w) -> fileObject(c, w, "file", "environment", "content"));
        each(model, "secrets", (s, w) -> fileObject(s, w, "file", "environment"));
        each(model, "services", this::service);
    }

    private interface Rule {
        void check(MappingNode mapping, Where where);
    }

    private static void each(MappingNode model, String section, Rule rule) {
        if (model.get(section) instanceof MappingNode mapping) {
            mapping.entries()
                    .forEach((name, entry) -> {
                        if (entry.value() instanceof MappingNode each) {
                            rule.check(each, Where.ROOT.key(section).key(name));
                        }
                    });
        }
    }

    private void volume(MappingNode volume, Where where) {
        if (!(volume.get("external") instanceof ScalarNode external) || !external.isTrue()) {
            return;
        }
        volume.entries()
                .forEach((name, entry) -> {
                    boolean fine =
                            name.equals("name") || name.equals("external") || name.startsWith("x-");
                    if (!fine) {
                        diagnostics.error(
                                "conflict",
                                where,
                                "conflicting parameters \"external\" and \"%s\" specified"
                                        .formatted(name),
                                entry.key());
                    }
                });
    }

    private void fileObject(MappingNode object, Where where, String... sources) {
        List<String> given = new ArrayList<>();
        for (String source : sources) {
            if (object.has(source)) {
                given.add(source);
            }
        }
        if (given.size() > 1) {
            diagnostics.error(
                    "conflict",
                    where,
                    String.join(", ", given) + " are mutually exclusive, keep one",
                    object);
        } else if (given.isEmpty() && !object.has("driver") && !object.has("external")) {
            diagnostics.error(
                    "missing-key",
                    where,
                    "one of " + String.join(", ", sources) + " must be set",
                    object);
        }
    }

    private void service(MappingNode service, Where where) {
        new NameRules(diagnostics).check(service, where);
        items(service.get("ports"), where.key("ports"), this::port);
        items(service.get("gpus"), where.key("gpus"), this::devices);
        Where reservations = where.key("deploy").key("resources").key("reservations");
        Node devices = at(service, "deploy", "resources", "reservations", "devices");
        items(devices, reservations.key("devices"), this::devices);
        items(service.get("volumes"), where.key("volumes"), this::mount);
    }

    private static @Nullable Node at(MappingNode mapping, String... keys) {
        Node node = mapping;
        for (String key : keys) {
            node = node instanceof MappingNode below ? below.get(key) : null;
        }
        return node;
    }

    private static void items(@Nullable Node node, Where where, Rule rule) {
        if (node instanceof SequenceNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                if (list.items().get(i) instanceof MappingNode item) {
                    rule.check(item, where.item(i));
                }
            }
        }
    }

    private void port(MappingNode port, Where where) {
        if (port.get("host_ip") instanceof ScalarNode ip && !IpAddress.isValid(ip.text())) {
            diagnostics.error("bad-value", where, "invalid ip address: " + ip.text(), ip);
        }
        Node target = port.get("target");
        if (target == null) {
            diagnostics.error("missing-key", where, "needs the key \"target\"", port);
        } else if (target instanceof ScalarNode number && number.text().startsWith("-")) {
            diagnostics.error("bad-value", where.key("target"), "must not be negative", number);
        }
    }

    private void devices(MappingNode request, Where where) {
        if (request.has("count") && request.has("device_ids")) {
            diagnostics.error(
                    "conflict", where, "count and device_ids are exclusive, keep one", request);
        }
    }

    private void mount(MappingNode mount, Where where) {
        boolean bind = mount.get("type") instanceof ScalarNode type && type.text().equals("bind");
        if (bind && !mount.has("source")) {
            diagnostics.error("missing-key", where, "a bind mount needs the key \"source\"", mount);
        }
    }
}
