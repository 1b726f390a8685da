package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Service;
import dev.kompox.compose.yaml.Location;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What all containers of a pod share, from what each service wants. */
final class PodSettings {

    // https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config
    private static final int MOST_SERVERS = 3;

    /**
     * What nodes let pods set. A pod that sets more is refused, again and again
     * (https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/).
     */
    private static final Set<String> SAFE =
            Set.of(
                    "kernel.shm_rmid_forced",
                    "net.ipv4.ip_local_port_range",
                    "net.ipv4.ip_local_reserved_ports",
                    "net.ipv4.ip_unprivileged_port_start",
                    "net.ipv4.ping_group_range",
                    "net.ipv4.tcp_fin_timeout",
                    "net.ipv4.tcp_keepalive_intvl",
                    "net.ipv4.tcp_keepalive_probes",
                    "net.ipv4.tcp_keepalive_time",
                    "net.ipv4.tcp_rmem",
                    "net.ipv4.tcp_syncookies",
                    "net.ipv4.tcp_wmem");

    private final ConversionRequest request;
    private final AppNaming naming;
    private final Findings findings;

    PodSettings(ConversionRequest request, AppNaming naming, Findings findings) {
        this.request = request;
        this.naming = naming;
        this.findings = findings;
    }

    Body spec(List<Service> services, Grace grace) {
        return new Body()
                .with("serviceAccountName", naming.plain())
                .with("automountServiceAccountToken", false)
                .with("enableServiceLinks", false)
                .with("terminationGracePeriodSeconds", grace.whole())
                .with(
                        "nodeSelector",
                        request.zone() == null
                                ? null
                                : Map.of("topology.kubernetes.io/zone", request.zone()))
                .with("hostname", hostname(services))
                .with("hostAliases", new Names(services, findings).aliases())
                .with("dnsConfig", dns(services))
                .with("securityContext", security(services));
    }

    /** The name that programs find their machine to have; a pod has one. */
    private @Nullable String hostname(List<Service> services) {
        String chosen = null;
        for (Service service : services) {
            String own = ServiceKeys.text(service.node(), "hostname");
            if (own == null || own.isEmpty() || own.equals(chosen)) {
                continue;
            }
            if (chosen == null && DnsLabel.is(own)) {
                chosen = own;
            } else {
                findings.caveat(
                        "services." + service.name() + ".hostname",
                        ServiceKeys.at(service, "hostname"),
                        "others reach it by that name, but its own machine is called "
                                + (chosen == null ? "like the pod" : chosen));
            }
        }
        return chosen;
    }

    private Body dns(List<Service> services) {
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
                .with("nameservers", servers(services))
                .with("searches", union(services, "dns_search"))
                .with("options", options);
    }

    private List<String> servers(List<Service> services) {
        SequencedSet<String> servers = new LinkedHashSet<>();
        for (Service service : services) {
            for (String server : ServiceKeys.texts(service.node(), "dns")) {
                if (!Addresses.is(server)) {
                    findings.rejected(
                            "services." + service.name() + ".dns",
                            ServiceKeys.at(service, "dns"),
                            server + " is no address; write that of the server");
                } else if (servers.contains(server) || servers.size() < MOST_SERVERS) {
                    servers.add(server);
                } else {
                    findings.caveat(
                            "services." + service.name() + ".dns",
                            ServiceKeys.at(service, "dns"),
                            server + " is not asked: a pod has at most " + MOST_SERVERS);
                }
            }
        }
        return List.copyOf(servers);
    }

    private Body security(List<Service> services) {
        List<Long> groups = new ArrayList<>();
        for (Service service : services) {
            for (String group : ServiceKeys.texts(service.node(), "group_add")) {
                Optional<Long> number = Ids.number(group);
                number.ifPresent(groups::add);
                if (number.isEmpty()) {
                    findings.rejected(
                            "services." + service.name() + ".group_add",
                            ServiceKeys.at(service, "group_add"),
                            "a cluster knows groups by number, 0 to "
                                    + Ids.MOST
                                    + ", not "
                                    + group);
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
                            if (entry.value() instanceof ScalarNode scalar) {
                                sysctl(service, name, scalar.text(), values);
                            }
                        });
            }
        }
        List<Map<String, Object>> all = new ArrayList<>();
        values.forEach(
                (name, value) -> all.add(new Body().with("name", name).with("value", value).map()));
        return all;
    }

    private void sysctl(
            Service service, String name, String value, SortedMap<String, String> values) {
        String path = "services." + service.name() + ".sysctls";
        Location at = ServiceKeys.at(service, "sysctls");
        if (!SAFE.contains(name)) {
            findings.caveat(
                    path, at, name + " is not set: nodes refuse pods that set it, if not told to");
            return;
        }
        String before = values.put(name, value);
        if (before != null && !before.equals(value)) {
            findings.rejected(
                    path,
                    at,
                    "another service wants "
                            + name
                            + " to be "
                            + before
                            + ", and all share one pod");
        }
    }

    private static List<String> union(List<Service> services, String key) {
        SequencedSet<String> all = new LinkedHashSet<>();
        services.forEach(service -> all.addAll(ServiceKeys.texts(service.node(), key)));
        return List.copyOf(all);
    }
}
