package dev.kompox.compose.load;

import dev.kompox.compose.canonical.GoPath;
import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.variables.Variables;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.Rewrite;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Add what a project implies: the default network, resource names, dependencies, variables. */
final class Normalisation {

    private static final List<String> RESOURCES =
            List.of("networks", "volumes", "configs", "secrets");

    private final String project;
    private final Variables variables;
    private final Beginnings beginnings;

    Normalisation(String project, Variables variables, Diagnostics diagnostics) {
        this.project = project;
        this.variables = variables;
        this.beginnings = new Beginnings(diagnostics);
    }

    MappingNode apply(MappingNode model) {
        MappingNode named = model.with("name", ScalarNode.string(model.location(), project));
        MappingNode services = ModelLoader.section(named, "services");
        MappingNode full = Rewrite.entries(services, (name, service) -> service(name, service));
        MappingNode result = model.has("services") ? named.with("services", full) : named;
        result = withDefaultNetwork(result, full);
        for (String section : RESOURCES) {
            if (result.get(section) instanceof MappingNode resources) {
                result =
                        result.with(
                                section,
                                Rewrite.entries(resources, (key, value) -> name(key, value)));
            }
        }
        return result;
    }

    /** Give a model in which no resource is nothing. */
    static MappingNode withResources(MappingNode model) {
        MappingNode result = model;
        for (String section : RESOURCES) {
            if (result.get(section) instanceof MappingNode resources) {
                result = result.with(section, Rewrite.entries(resources, (k, v) -> resource(v)));
            }
        }
        return result;
    }

    private static MappingNode resource(Node node) {
        return node instanceof MappingNode mapping ? mapping : MappingNode.empty(node.location());
    }

    private Node service(String name, Node node) {
        if (!(node instanceof MappingNode given)) {
            return node;
        }
        MappingNode service = Rewrite.entries(given, (key, value) -> value(key, value));
        service = beginnings.complete(name, withNetwork(service));
        MappingNode dependencies = ImpliedDependencies.of(service);
        return dependencies.isEmpty() ? service : service.with("depends_on", dependencies);
    }

    private Node value(String key, Node value) {
        return switch (key) {
            case "pull_policy" ->
                    value instanceof ScalarNode policy && policy.text().equals("if_not_present")
                            ? ScalarNode.string(value.location(), "missing")
                            : value;
            case "build" -> build(value);
            case "environment" -> resolved(value, true);
            case "volumes" ->
                    value instanceof SequenceNode list
                            ? Rewrite.items(list, (i, item) -> mount(item))
                            : value;
            default -> value;
        };
    }

    private Node build(Node node) {
        if (!(node instanceof MappingNode given)) {
            return node;
        }
        MappingNode build = given;
        if (!build.has("context")) {
            build = build.with("context", ScalarNode.string(node.location(), "."));
        }
        if (!build.has("dockerfile") && !build.has("dockerfile_inline")) {
            build = build.with("dockerfile", ScalarNode.string(node.location(), "Dockerfile"));
        }
        Node args = build.get("args");
        return args == null ? build : build.with("args", resolved(args, false));
    }

    private Node resolved(Node node, boolean keepUnset) {
        return switch (node) {
            case MappingNode mapping ->
                    Rewrite.entries(
                            mapping,
                            (key, value) ->
                                    value instanceof ScalarNode scalar && scalar.isNull()
                                            ? valueOf(key, scalar, keepUnset)
                                            : value);
            case SequenceNode list ->
                    Rewrite.items(
                            list,
                            (i, item) ->
                                    item instanceof ScalarNode scalar
                                                    && scalar.text().indexOf('=') < 0
                                            ? pair(scalar, keepUnset)
                                            : item);
            case ScalarNode scalar -> scalar;
        };
    }

    private @Nullable Node valueOf(String key, ScalarNode at, boolean keepUnset) {
        String value = variables.get(key);
        if (value != null) {
            return ScalarNode.string(at.location(), value);
        }
        return keepUnset ? at : null;
    }

    private @Nullable Node pair(ScalarNode name, boolean keepUnset) {
        String value = variables.get(name.text());
        if (value != null) {
            return ScalarNode.string(name.location(), name.text() + "=" + value);
        }
        return keepUnset ? name : null;
    }

    private static Node mount(Node node) {
        if (node instanceof MappingNode mount && mount.get("target") instanceof ScalarNode target) {
            String clean = GoPath.clean(target.text());
            return clean.equals(target.text())
                    ? mount
                    : mount.with("target", ScalarNode.string(target.location(), clean));
        }
        return node;
    }

    private static MappingNode withNetwork(MappingNode service) {
        boolean own = service.has("provider") || service.has("network_mode");
        boolean joins =
                service.get("networks") instanceof MappingNode networks && !networks.isEmpty();
        if (own || joins) {
            return service;
        }
        MappingNode networks =
                MappingNode.empty(service.location())
                        .with("default", ScalarNode.nothing(service.location()));
        return service.with("networks", networks);
    }

    private static MappingNode withDefaultNetwork(MappingNode model, MappingNode services) {
        MappingNode networks = ModelLoader.section(model, "networks");
        boolean used = false;
        for (MappingNode.Entry entry : services.entries().values()) {
            used |=
                    entry.value() instanceof MappingNode service
                            && !service.has("provider")
                            && !service.has("network_mode")
                            && service.get("networks") instanceof MappingNode joined
                            && joined.has("default");
        }
        if (!used || networks.has("default")) {
            return model;
        }
        return model.with(
                "networks", networks.with("default", ScalarNode.nothing(model.location())));
    }

    private Node name(String key, Node node) {
        MappingNode resource = resource(node);
        if (resource.get("name") instanceof ScalarNode name && !name.isNull()) {
            return resource;
        }
        boolean external =
                resource.get("external") instanceof ScalarNode flag && flag.text().equals("true");
        String name = external ? key : project + "_" + key;
        return resource.with("name", ScalarNode.string(node.location(), name));
    }
}
