package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Service;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names by which services reach each other. In the one pod all of them are the pod itself:
 * {@code /etc/hosts} says so, since DNS would leave out a pod that is not ready.
 */
final class Names {

    // https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final String SELF = "127.0.0.1";

    private final Findings findings;
    private final SortedMap<String, SortedSet<String>> hosts = new TreeMap<>();

    Names(Collection<Service> services, Findings findings) {
        this.findings = findings;
        for (Service service : services) {
            own(service, "container_name", service.name());
            if (service.containerName() != null) {
                own(service, "container_name", service.containerName());
            }
            String hostname = ServiceKeys.text(service.node(), "hostname");
            if (hostname != null) {
                own(service, "hostname", hostname);
            }
            for (String link : ServiceKeys.texts(service.node(), "links")) {
                own(service, "links", link.substring(link.indexOf(':') + 1));
            }
            aliases(service);
            others(service);
        }
    }

    private void aliases(Service service) {
        if (service.node().get("networks") instanceof MappingNode networks) {
            networks.entries()
                    .values()
                    .forEach(entry -> {
                        if (entry.value() instanceof MappingNode network
                                && network.get("aliases") instanceof SequenceNode aliases) {
                            aliases.items()
                                    .forEach(one -> {
                                        if (one instanceof ScalarNode scalar) {
                                            own(service, "networks", scalar.text());
                                        }
                                    });
                        }
                    });
        }
    }

    private void own(Service service, String key, String name) {
        put(service, key, SELF, name);
    }

    /** Extra hosts: {@code NAME=ADDRESS}. */
    private void others(Service service) {
        for (String line : ServiceKeys.texts(service.node(), "extra_hosts")) {
            int equals = line.indexOf('=');
            String address = line.substring(equals + 1);
            if (address.equals("host-gateway")) {
                findings.rejected(
                        "services." + service.name() + ".extra_hosts",
                        ServiceKeys.at(service, "extra_hosts"),
                        "a pod has no way to the machine of an engine (host-gateway)");
            } else if (Addresses.is(address)) {
                put(service, "extra_hosts", address, line.substring(0, equals));
            } else {
                findings.rejected(
                        "services." + service.name() + ".extra_hosts",
                        ServiceKeys.at(service, "extra_hosts"),
                        address + " is no address; write that of the host");
            }
        }
    }

    private void put(Service service, String key, String address, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (HOST.matcher(lower).matches()) {
            hosts.computeIfAbsent(address, _ -> new TreeSet<>()).add(lower);
        } else {
            findings.caveat(
                    "services." + service.name() + "." + key,
                    ServiceKeys.at(service, key),
                    "the name "
                            + name
                            + " does not resolve on a cluster, which allows letters,"
                            + " digits, hyphens and dots; services must use another");
        }
    }

    List<Map<String, Object>> aliases() {
        List<Map<String, Object>> all = new ArrayList<>();
        hosts.forEach((address, names) ->
                all.add(
                        new Body()
                                .with("ip", address)
                                .with("hostnames", List.copyOf(names))
                                .map()));
        return all;
    }
}
