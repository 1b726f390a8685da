package dev.kompox.compose.check;

import static dev.kompox.compose.check.Consistency.text;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;

/** Check that a service's number and resources are said once, or twice the same. */
public final class ScaleRules {

    private final Diagnostics diagnostics;

    ScaleRules(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Say under {@code deploy} too how often a service runs, as docker compose does. */
    public static MappingNode withReplicas(MappingNode service) {
        Node scale = service.get("scale");
        return scale != null && service.get("deploy") instanceof MappingNode deploy
                ? service.with("deploy", deploy.with("replicas", scale))
                : service;
    }

    void check(MappingNode service, Where where) {
        MappingNode deploy = below(service, "deploy");
        String scale = text(service, "scale");
        String replicas = text(deploy, "replicas");
        if (!scale.isEmpty() && !replicas.isEmpty() && !scale.equals(replicas)) {
            distinct(service, "scale", "deploy.replicas", where);
        }
        notNegative(service, "scale", where);
        notNegative(deploy, "replicas", where.key("deploy"));
        if (service.has("container_name") && count(scale.isEmpty() ? replicas : scale) > 1) {
            Node name = service.get("container_name");
            diagnostics.error(
                    "conflict",
                    where,
                    "container_name must be unique, so the service cannot run more than once",
                    name == null ? service : name);
        }
        resources(service, deploy, where);
    }

    private void resources(MappingNode service, MappingNode deploy, Where where) {
        MappingNode resources = below(deploy, "resources");
        MappingNode limits = below(resources, "limits");
        MappingNode reservations = below(resources, "reservations");
        boolean limited = resources.has("limits");
        same(service, "cpus", limits, "cpus", limited, "limits", where);
        same(service, "mem_limit", limits, "memory", limited, "limits", where);
        same(service, "pids_limit", limits, "pids", limited, "limits", where);
        boolean reserved = resources.has("reservations");
        same(service, "mem_reservation", reservations, "memory", reserved, "reservations", where);
    }

    private void same(
            MappingNode service,
            String key,
            MappingNode resources,
            String other,
            boolean there,
            String section,
            Where where) {
        if (service.has(key) && there && !text(service, key).equals(text(resources, other))) {
            distinct(service, key, "deploy.resources." + section + "." + other, where);
        }
    }

    private void distinct(MappingNode service, String one, String two, Where where) {
        Node at = service.get(one);
        diagnostics.error(
                "conflict",
                where,
                "can't set distinct values on '" + one + "' and '" + two + "'",
                at == null ? service : at);
    }

    private void notNegative(MappingNode mapping, String key, Where where) {
        Node value = mapping.get(key);
        if (value instanceof ScalarNode number && number.text().startsWith("-")) {
            diagnostics.error(
                    "bad-value", where.key(key), "must be greater than or equal to 0", number);
        }
    }

    private static MappingNode below(MappingNode mapping, String key) {
        return mapping.get(key) instanceof MappingNode below
                ? below
                : MappingNode.empty(mapping.location());
    }

    private static int count(String number) {
        return number.isEmpty() ? 1 : number.length() > 9 ? Integer.MAX_VALUE : parse(number);
    }

    private static int parse(String number) {
        return Integer.parseInt(number);
    }
}
