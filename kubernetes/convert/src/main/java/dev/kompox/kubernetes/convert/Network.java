package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Port;
import dev.kompox.compose.model.Service;
import dev.kompox.kubernetes.object.KubernetesObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How an app is reached: its published ports, its services' names, and who may connect. */
final class Network {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final String HEADLESS = "kompox.dev/compose-service-headless";

    private final ConversionRequest request;
    private final AppNaming naming;
    private final Findings findings;

    Network(ConversionRequest request, AppNaming naming, Findings findings) {
        this.request = request;
        this.naming = naming;
        this.findings = findings;
    }

    /** The service that publishes ports, or null if nothing is published. */
    @Nullable KubernetesObject published() {
        TreeMap<Integer, List<Port>> ports = new TreeMap<>();
        Map<String, String> owners = new HashMap<>();
        for (Service service : request.project().services().values()) {
            for (Port port : service.ports()) {
                String target = port.target() + "/" + port.protocol();
                String owner = owners.putIfAbsent(target, service.name());
                if (owner != null && !owner.equals(service.name())) {
                    reject(
                            service,
                            "service "
                                    + owner
                                    + " listens on port "
                                    + target
                                    + " too, and all services share one pod; have one of them"
                                    + " listen elsewhere");
                }
                Integer outside = outside(service, port);
                if (outside != null) {
                    ports.computeIfAbsent(outside, _ -> new ArrayList<>()).add(port);
                }
            }
        }
        List<Map<String, Object>> list = new ArrayList<>();
        ports.forEach((number, same) -> {
            for (Port port : same) {
                boolean plain = port.protocol().equals("tcp");
                list.add(
                        new Body()
                                .with("name", "p" + number + (plain ? "" : "-" + port.protocol()))
                                .with(
                                        "protocol",
                                        port.protocol().toUpperCase(java.util.Locale.ROOT))
                                .with("port", number)
                                .with("targetPort", port.target())
                                .map());
            }
        });
        return list.isEmpty()
                ? null
                : service(
                        naming.component(),
                        naming.componentLabels(),
                        new Body().with("selector", naming.selector()).with("ports", list));
    }

    private @Nullable Integer outside(Service service, Port port) {
        String published = port.published();
        if (port.hostIp() != null && !port.hostIp().equals("0.0.0.0")) {
            findings.caveat(
                    "services." + service.name() + ".ports",
                    ServiceKeys.at(service, "ports"),
                    "port "
                            + port.target()
                            + " is reached from within the cluster, not at "
                            + port.hostIp());
        }
        if (published == null || published.isEmpty()) {
            findings.caveat(
                    "services." + service.name() + ".ports",
                    ServiceKeys.at(service, "ports"),
                    "port " + port.target() + " is published under its own number");
            return port.target();
        }
        if (!NUMBER.matcher(published).matches()) {
            reject(service, "a range of which one port is chosen (" + published + ") is not known");
            return null;
        }
        return Integer.valueOf(published);
    }

    private void reject(Service service, String text) {
        findings.rejected(
                "services." + service.name() + ".ports", ServiceKeys.at(service, "ports"), text);
    }

    /** A name for each service, for pods besides the app's own. */
    List<KubernetesObject> names(Collection<Service> services) {
        List<KubernetesObject> all = new ArrayList<>();
        for (Service service : services) {
            if (!DnsLabel.is(service.name()) || !Character.isLetter(service.name().charAt(0))) {
                continue; // said where names are told
            }
            if (service.name().equals(naming.component())) {
                findings.rejected(
                        "services." + service.name(),
                        service.node().location(),
                        "the name is needed for the app's ports; call the service otherwise");
                continue;
            }
            SequencedMap<String, String> labels = naming.componentLabels();
            labels.put(HEADLESS, "true");
            all.add(
                    service(
                            service.name(),
                            labels,
                            new Body()
                                    .with("clusterIP", "None")
                                    .with("publishNotReadyAddresses", true)
                                    .with("selector", naming.selector())));
        }
        return all;
    }

    private KubernetesObject service(String name, Map<String, String> labels, Body spec) {
        return Body.object(
                "v1",
                "Service",
                new Body()
                        .with("namespace", request.namespace())
                        .with("name", name)
                        .with("labels", labels),
                new Body().with("spec", spec));
    }

    /** Who may connect: the app's own namespace, the cluster itself, and what was admitted. */
    KubernetesObject policy() {
        TreeSet<String> namespaces = new TreeSet<>(request.admitted());
        namespaces.add("kube-system");
        namespaces.add(request.namespace());
        Body peer =
                new Body()
                        .with(
                                "namespaceSelector",
                                new Body()
                                        .with(
                                                "matchExpressions",
                                                List.of(
                                                        new Body()
                                                                .with(
                                                                        "key",
                                                                        "kubernetes.io/metadata.name")
                                                                .with("operator", "In")
                                                                .with(
                                                                        "values",
                                                                        List.copyOf(namespaces))
                                                                .map())));
        return Body.object(
                "networking.k8s.io/v1",
                "NetworkPolicy",
                new Body()
                        .with("namespace", request.namespace())
                        .with("name", naming.plain())
                        .with("labels", naming.labels()),
                new Body()
                        .with(
                                "spec",
                                new Body()
                                        .withEmpty("podSelector")
                                        .with("policyTypes", List.of("Ingress"))
                                        .with(
                                                "ingress",
                                                List.of(
                                                        new Body()
                                                                .with("from", List.of(peer.map()))
                                                                .map()))));
    }
}
