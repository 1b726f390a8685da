package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Port;
import dev.kompox.compose.model.Project;
import dev.kompox.compose.model.Service;
import dev.kompox.manifest.kom.IngressRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ports that services publish, all of one address. */
final class PublishedPorts {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");

    private final Findings findings;
    private final TreeMap<Integer, TreeMap<String, Integer>> targets = new TreeMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Map<Integer, String> rules = new HashMap<>();

    PublishedPorts(Project project, Publication ingress, Findings findings) {
        this.findings = findings;
        ingress.rules().forEach((IngressRule rule) -> rules.put(rule.port(), rule.name()));
        for (Service service : project.services().values()) {
            service.ports().forEach(port -> add(service, port));
        }
    }

    /** Tell whether a number is published for TCP. */
    boolean has(int number) {
        return targets.getOrDefault(number, new TreeMap<>()).containsKey("tcp");
    }

    /** Return the name of a port: that of its rule if it has one. */
    String name(int number, String protocol) {
        if (!protocol.equals("tcp")) {
            return "p" + number + "-" + protocol;
        }
        return rules.getOrDefault(number, "p" + number);
    }

    /** Return the names of all ports. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        targets.forEach(
                (number, same) -> same.keySet().forEach(one -> names.add(name(number, one))));
        return names;
    }

    /** Return the ports of the Service, by number. */
    List<Map<String, Object>> list() {
        List<Map<String, Object>> list = new ArrayList<>();
        targets.forEach((number, same) ->
                same.forEach((protocol, target) ->
                        list.add(
                                new Body()
                                        .with("name", name(number, protocol))
                                        .with("protocol", protocol.toUpperCase(Locale.ROOT))
                                        .with("port", number)
                                        .with("targetPort", target)
                                        .map())));
        return list;
    }

    private void add(Service service, Port port) {
        if (!PROTOCOLS.contains(port.protocol())) {
            reject(service, "a cluster knows no protocol " + port.protocol());
            return;
        }
        if (isNoPort(port.target())) {
            reject(service, "a port is 1 to 65535, not " + port.target());
            return;
        }
        String target = port.target() + "/" + port.protocol();
        String owner = owners.putIfAbsent(target, service.name());
        if (owner != null && !owner.equals(service.name())) {
            reject(
                    service,
                    "service "
                            + owner
                            + " listens on port "
                            + target
                            + " too, and all services share one pod; have one of them listen"
                            + " elsewhere");
            return;
        }
        Integer outside = outside(service, port);
        if (outside == null) {
            return;
        }
        Integer before =
                targets.computeIfAbsent(outside, _ -> new TreeMap<>())
                        .putIfAbsent(port.protocol(), port.target());
        if (before != null && before != port.target()) {
            reject(
                    service,
                    "port "
                            + outside
                            + "/"
                            + port.protocol()
                            + " is published for "
                            + before
                            + " already; publish "
                            + port.target()
                            + " under another number");
        }
    }

    private @Nullable Integer outside(Service service, Port port) {
        String published = port.published();
        if (port.hostIp() != null && !Set.of("0.0.0.0", "::").contains(port.hostIp())) {
            caveat(
                    service,
                    "port "
                            + port.target()
                            + " is reached from within the cluster, not at "
                            + port.hostIp());
        }
        if (published == null || published.isEmpty() || published.equals("0")) {
            caveat(service, "port " + port.target() + " is published under its own number");
            return port.target();
        }
        if (!NUMBER.matcher(published).matches()) {
            reject(
                    service,
                    "a range of which one port is chosen ("
                            + published
                            + ") is not known; write"
                            + " one number");
            return null;
        }
        int number = published.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(published);
        if (isNoPort(number)) {
            reject(service, "a port is 1 to 65535, not " + published);
            return null;
        }
        return number;
    }

    private static boolean isNoPort(int number) {
        return number < 1 || number > 65535;
    }

    private void caveat(Service service, String text) {
        findings.caveat(path(service), ServiceKeys.at(service, "ports"), text);
    }

    private void reject(Service service, String text) {
        findings.rejected(path(service), ServiceKeys.at(service, "ports"), text);
    }

    private static String path(Service service) {
        return "services." + service.name() + ".ports";
    }
}
