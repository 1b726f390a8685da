package dev.kompox.compose.check;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Nearest;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.MappingNode.Entry;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Check that the enabled services fit together and name only what is declared. */
public final class Consistency {

    private final Diagnostics diagnostics;
    private final MappingNode model;
    private final MappingNode all;
    private final SequencedMap<String, MappingNode> enabled;

    /**
     * Check a bound model.
     *
     * @param diagnostics told what does not fit
     * @param model the whole model
     * @param enabled the enabled services
     */
    public Consistency(
            Diagnostics diagnostics, MappingNode model, SequencedMap<String, MappingNode> enabled) {
        this.diagnostics = diagnostics;
        this.model = model;
        this.enabled = new LinkedHashMap<>(enabled);
        this.all = section("services");
    }

    /** Report everything that does not fit. */
    public void check() {
        ServiceRules rules = new ServiceRules(diagnostics);
        enabled.forEach((name, service) -> {
            Where where = Where.ROOT.key("services").key(name);
            rules.check(service, where);
            references(service, where);
            dependencies(service, where);
            contexts(service, where);
        });
        containerNames();
        section("secrets").entries().forEach(this::secret);
        new Cycles(diagnostics, enabled).check();
    }

    private void containerNames() {
        Map<String, String> taken = new HashMap<>();
        enabled.forEach((name, service) -> {
            if (service.get("container_name") instanceof ScalarNode container) {
                String other = taken.putIfAbsent(container.text(), name);
                if (other != null) {
                    diagnostics.error(
                            "conflict",
                            Where.ROOT.key("services").key(name).key("container_name"),
                            "\"" + container.text() + "\" is that of service " + other + " too",
                            container);
                }
            }
        });
    }

    private void secret(String name, Entry entry) {
        if (entry.value() instanceof MappingNode secret
                && !secret.has("external")
                && !secret.has("file")
                && !secret.has("environment")) {
            diagnostics.error(
                    "missing-key",
                    Where.ROOT.key("secrets").key(name),
                    "one of file, environment must be set",
                    secret);
        }
    }

    private MappingNode section(String name) {
        return model.get(name) instanceof MappingNode mapping
                ? mapping
                : MappingNode.empty(model.location());
    }

    private void references(MappingNode service, Where where) {
        keys(service.get("networks"), "networks", where);
        keys(service.get("models"), "models", where);
        sources(service.get("configs"), "configs", where.key("configs"));
        sources(service.get("secrets"), "secrets", where.key("secrets"));
        if (service.get("build") instanceof MappingNode build) {
            Where secrets = where.key("build").key("secrets");
            sources(build.get("secrets"), "secrets", secrets);
        }
        if (service.get("volumes") instanceof SequenceNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                if (list.items().get(i) instanceof MappingNode mount
                        && text(mount, "type").equals("volume")) {
                    declared(mount.get("source"), "volumes", where.key("volumes").item(i));
                }
            }
        }
    }

    private void keys(@Nullable Node node, String kind, Where where) {
        if (node instanceof MappingNode mapping) {
            for (Entry entry : mapping.entries().values()) {
                declared(entry.key(), kind, where.key(kind));
            }
        }
    }

    private void sources(@Nullable Node node, String kind, Where where) {
        if (node instanceof SequenceNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                if (list.items().get(i) instanceof MappingNode reference) {
                    Node source = reference.get("source");
                    if (source == null) {
                        diagnostics.error(
                                "missing-key",
                                where.item(i),
                                "needs the key \"source\"",
                                reference);
                    }
                    declared(source, kind, where.item(i));
                }
            }
        }
    }

    private void declared(@Nullable Node name, String kind, Where where) {
        if (!(name instanceof ScalarNode scalar)
                || section(kind).has(scalar.text())
                || diagnostics.isFull()) {
            return;
        }
        String one = kind.substring(0, kind.length() - 1);
        String near = Nearest.of(scalar.text(), section(kind).entries().keySet());
        diagnostics.error(
                "undefined-" + one,
                where,
                one + " \"" + scalar.text() + "\" is not declared",
                scalar,
                near == null ? "" : "did you mean \"" + near + "\"?",
                near == null
                        ? "Declare it at the top level:  " + kind + ": {" + scalar.text() + ": }"
                        : "Use \"" + near + "\", or declare \"" + scalar.text() + "\".");
    }

    private void dependencies(MappingNode service, Where where) {
        if (!(service.get("depends_on") instanceof MappingNode dependencies)) {
            return;
        }
        dependencies
                .entries()
                .forEach((name, entry) -> {
                    if (!enabled.containsKey(name)) {
                        missing(name, entry, where.key("depends_on"));
                    }
                });
    }

    private void missing(String name, Entry entry, Where where) {
        boolean disabled = all.has(name);
        boolean required =
                !(entry.value() instanceof MappingNode dependency)
                        || text(dependency, "required").equals("true");
        if ((disabled && !required) || diagnostics.isFull()) {
            return;
        }
        String near = Nearest.of(name, enabled.keySet());
        diagnostics.error(
                "undefined-service",
                where,
                "service \""
                        + name
                        + "\" is "
                        + (disabled ? "in a profile that is not active" : "not defined"),
                entry.key(),
                near == null || disabled ? "" : "did you mean \"" + near + "\"?",
                disabled
                        ? "Activate its profile with --profile, or write required: false."
                        : "Define the service, or remove it from depends_on.");
    }

    private void contexts(MappingNode service, Where where) {
        if (!(service.get("build") instanceof MappingNode build)
                || !(build.get("additional_contexts") instanceof MappingNode contexts)) {
            return;
        }
        Where place = where.key("build").key("additional_contexts");
        for (Entry entry : contexts.entries().values()) {
            if (entry.value() instanceof ScalarNode value && value.text().startsWith("service:")) {
                String name = value.text().substring("service:".length());
                MappingNode target = enabled.get(name);
                if (target == null) {
                    diagnostics.error(
                            "undefined-service",
                            place,
                            "service \"" + name + "\" is not defined",
                            value);
                } else if (!target.has("build")) {
                    diagnostics.error(
                            "bad-value", place, "service \"" + name + "\" is not built", value);
                }
            }
        }
    }

    static String text(MappingNode mapping, String key) {
        return mapping.get(key) instanceof ScalarNode scalar ? scalar.text() : "";
    }
}
