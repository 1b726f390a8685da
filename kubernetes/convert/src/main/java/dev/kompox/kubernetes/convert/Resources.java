package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Service;
import dev.kompox.compose.yaml.MappingNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much of its node a service may use, and how much is kept for it. Kubernetes keeps as much as
 * the limit unless something else is said
 * (https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/).
 */
final class Resources {

    private Resources() {}

    static Body of(Service service, Findings findings) {
        MappingNode node = service.node();
        MappingNode limits = ServiceKeys.below(node, "deploy", "resources", "limits");
        MappingNode reserved = ServiceKeys.below(node, "deploy", "resources", "reservations");
        String leastCpu = amount(reserved, "cpus", null, node);
        String leastMemory = amount(reserved, "memory", "mem_reservation", node);
        String mostCpu = amount(limits, "cpus", "cpus", node);
        String mostMemory = amount(limits, "memory", "mem_limit", node);
        if (exceeds(leastCpu, mostCpu) || exceeds(leastMemory, mostMemory)) {
            String key = node.has("deploy") ? "deploy" : "mem_reservation";
            findings.rejected(
                    "services." + service.name() + "." + key,
                    ServiceKeys.at(service, key),
                    "more is reserved than the limit allows");
        }
        return new Body()
                .with("requests", new Body().with("cpu", leastCpu).with("memory", leastMemory))
                .with("limits", new Body().with("cpu", mostCpu).with("memory", mostMemory));
    }

    /**
     * Return an amount of {@code deploy}, or of the service's own key; an engine takes 0 for none.
     */
    private static @Nullable String amount(
            MappingNode deploy, String key, @Nullable String own, MappingNode service) {
        String given = ServiceKeys.text(deploy, key);
        String found = given == null && own != null ? ServiceKeys.text(service, own) : given;
        return found == null || new BigDecimal(found).signum() == 0 ? null : found;
    }

    private static boolean exceeds(@Nullable String least, @Nullable String most) {
        return least != null
                && most != null
                && new BigDecimal(least).compareTo(new BigDecimal(most)) > 0;
    }
}
