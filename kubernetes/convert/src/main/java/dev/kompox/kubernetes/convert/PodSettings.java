package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Service;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.ScalarNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;

/** What all containers of a pod share, from what each service wants. */
final class PodSettings {

    private final ConversionRequest request;
    private final AppNaming naming;
    private final Findings findings;

    PodSettings(ConversionRequest request, AppNaming naming, Findings findings) {
        this.request = request;
        this.naming = naming;
        this.findings = findings;
    }

    Body spec(List<Service> services, Roles roles) {
        return new Body()
                .with("serviceAccountName", naming.plain())
                .with("automountServiceAccountToken", false)
                .with("enableServiceLinks", false)
                .with("terminationGracePeriodSeconds", grace(services, roles))
                .with(
                        "nodeSelector",
                        request.zone() == null
                                ? null
                                : Map.of("topology.kubernetes.io/zone", request.zone()))
                .with("hostAliases", new Names(services, findings).aliases())
                .with("dnsConfig", dns(services))
                .with("securityContext", security(services));
    }

    /**
     * How long the whole pod may take to stop. It is one time for all: Kubernetes stops the main
     * containers at once, then the sidecars one after another, the last one first
     * (https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#termination-with-sidecars).
     * What the earlier ones use up the later ones no longer have, so a database that others depend
     * on would be killed in the midst of its work if the time were only its own.
     */
    private static long grace(List<Service> services, Roles roles) {
        Duration together = Duration.ZERO;
        Duration inTurn = Duration.ZERO;
        for (Service service : services) {
            Duration own = service.stopGracePeriod();
            switch (roles.of(service)) {
                case MAIN -> together = own.compareTo(together) > 0 ? own : together;
                case SIDECAR -> inTurn = inTurn.plus(own);
                case ONCE -> {
                    // has ended by then
                }
            }
        }
        // with 0 a pod is taken for gone at once, while its containers may still write to a disk
        return Math.max(1, together.plus(inTurn).plusMillis(999).toSeconds());
    }

    private static Body dns(List<Service> services) {
        List<Map<String, Object>> options = new ArrayList<>();
        for (String option : union(services, "dns_opt")) {
            int colon = option.indexOf(':');
            options.add(
                    new Body()
                            .with("name", colon < 0 ? option : option.substring(0, colon))
                            .with("value", colon < 0 ? null : option.substring(colon + 1))
                            .map());
        }
        return new Body()
                .with("nameservers", union(services, "dns"))
                .with("searches", union(services, "dns_search"))
                .with("options", options);
    }

    private Body security(List<Service> services) {
        List<Long> groups = new ArrayList<>();
        for (Service service : services) {
            for (String group : ServiceKeys.texts(service.node(), "group_add")) {
                if (group.matches("\\d+")) {
                    groups.add(Long.valueOf(group));
                } else {
                    findings.rejected(
                            "services." + service.name() + ".group_add",
                            ServiceKeys.at(service, "group_add"),
                            "a cluster knows groups by number, not " + group);
                }
            }
        }
        return new Body()
                .with("supplementalGroups", groups.stream().sorted().distinct().toList())
                .with("sysctls", sysctls(services));
    }

    private List<Map<String, Object>> sysctls(List<Service> services) {
        SortedMap<String, String> values = new TreeMap<>();
        for (Service service : services) {
            if (service.node().get("sysctls") instanceof MappingNode node) {
                node.entries()
                        .forEach((name, entry) -> {
                            String value =
                                    entry.value() instanceof ScalarNode scalar ? scalar.text() : "";
                            String before = values.put(name, value);
                            if (before != null && !before.equals(value)) {
                                findings.rejected(
                                        "services." + service.name() + ".sysctls",
                                        ServiceKeys.at(service, "sysctls"),
                                        "another service wants "
                                                + name
                                                + " to be "
                                                + before
                                                + ", and all share one pod");
                            }
                        });
            }
        }
        List<Map<String, Object>> all = new ArrayList<>();
        values.forEach(
                (name, value) -> all.add(new Body().with("name", name).with("value", value).map()));
        return all;
    }

    private static List<String> union(List<Service> services, String key) {
        SequencedSet<String> all = new LinkedHashSet<>();
        services.forEach(service -> all.addAll(ServiceKeys.texts(service.node(), key)));
        return List.copyOf(all);
    }
}
