package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Service;
import dev.kompox.kubernetes.object.KubernetesObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;

/** How an app is reached: its published ports, its services' names, and who may connect. */
final class Network {

    private static final String HEADLESS = "kompox.dev/compose-service-headless";

    private final ConversionRequest request;
    private final AppNaming naming;
    private final Findings findings;

    Network(ConversionRequest request, AppNaming naming, Findings findings) {
        this.request = request;
        this.naming = naming;
        this.findings = findings;
    }

    /** The service that publishes ports, and what leads to it; nothing if none is published. */
    List<KubernetesObject> published() {
        PublishedPorts ports = new PublishedPorts(request.project(), request.ingress(), findings);
        List<KubernetesObject> all = new ArrayList<>();
        List<Map<String, Object>> list = ports.list();
        if (!list.isEmpty()) {
            all.add(
                    service(
                            naming.service(),
                            naming.componentLabels(),
                            new Body().with("selector", naming.selector()).with("ports", list)));
        }
        all.addAll(new Ingresses(request, naming, ports, findings).objects());
        return all;
    }

    /** A name for each service, for pods besides the app's own. */
    List<KubernetesObject> names(Collection<Service> services) {
        List<KubernetesObject> all = new ArrayList<>();
        for (Service service : services) {
            if (!DnsLabel.is(service.name()) || !Character.isLetter(service.name().charAt(0))) {
                continue; // said where names are told
            }
            if (service.name().equals(naming.service())) {
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
        if (!request.ingress().rules().isEmpty()) {
            namespaces.add(request.ingress().controllerNamespace());
        }
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
