package dev.kompox.kubernetes.convert;

import dev.kompox.kubernetes.object.KubernetesObject;
import dev.kompox.manifest.id.IdHash;
import dev.kompox.manifest.kom.HostName;
import dev.kompox.manifest.kom.IngressRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** The Ingresses by which published ports are reached from outside the cluster. */
final class Ingresses {

    // https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/
    private static final Pattern PORT_NAME = Pattern.compile("(?!.*--)[a-z][-a-z0-9]*(?<!-)");
    private static final String TRAEFIK = "traefik";
    private static final String ROUTER = "traefik.ingress.kubernetes.io/router.";

    private final ConversionRequest request;
    private final Publication ingress;
    private final AppNaming naming;
    private final PublishedPorts ports;
    private final Findings findings;

    Ingresses(
            ConversionRequest request, AppNaming naming, PublishedPorts ports, Findings findings) {
        this.request = request;
        this.ingress = request.ingress();
        this.naming = naming;
        this.ports = ports;
        this.findings = findings;
    }

    /** Return that of the hosts below the cluster's domain, and that of the rules' own hosts. */
    List<KubernetesObject> objects() {
        ingress.rules().forEach(this::judge);
        List<Map<String, Object>> below = new ArrayList<>();
        List<Map<String, Object>> own = new ArrayList<>();
        for (IngressRule rule : ingress.rules()) {
            if (ingress.domain() != null) {
                below.add(rule(host(rule.port(), ingress.domain()), rule));
            }
            rule.hosts().forEach(host -> own.add(rule(host.value(), rule)));
        }
        List<KubernetesObject> all = new ArrayList<>();
        object("default", below, annotations(false)).ifPresent(all::add);
        object("custom", own, annotations(true)).ifPresent(all::add);
        return all;
    }

    private void judge(IngressRule rule) {
        String path = "ingress." + rule.name();
        if (!ports.has(rule.port())) {
            findings.rejected(
                    path,
                    null,
                    "no service publishes port "
                            + rule.port()
                            + "/tcp; add it to the ports of one, or leave the rule out");
        }
        if (!PORT_NAME.matcher(rule.name()).matches()
                || Collections.frequency(ports.names(), rule.name()) > 1) {
            findings.rejected(
                    path, null, "a port of a cluster cannot have this name here; choose another");
        }
        if (ingress.domain() != null) {
            HostName domain = new HostName(ingress.domain());
            for (HostName host : rule.hosts()) {
                if (host.isWithin(domain)) {
                    findings.rejected(
                            path,
                            null,
                            host + " is below " + domain + ", whose names the cluster gives");
                }
            }
        } else if (rule.hosts().isEmpty()) {
            findings.caveat(
                    path, null, "not reached from outside: it has no hosts, the cluster no domain");
        }
    }

    private String host(int port, String domain) {
        return naming.plain() + "-" + IdHash.ofApp(naming.app()) + "-" + port + "." + domain;
    }

    private Map<String, Object> rule(String host, IngressRule rule) {
        Body service =
                new Body()
                        .with("name", naming.service())
                        .with("port", new Body().with("name", rule.name()));
        Body path =
                new Body()
                        .with("path", "/")
                        .with("pathType", "Prefix")
                        .with("backend", new Body().with("service", service));
        return new Body()
                .with("host", host)
                .with("http", new Body().with("paths", List.of(path.map())))
                .map();
    }

    private SequencedMap<String, String> annotations(boolean own) {
        SequencedMap<String, String> annotations = new LinkedHashMap<>();
        String resolver = ingress.certResolver();
        if (TRAEFIK.equals(ingress.ingressClass()) || resolver != null) {
            annotations.put(ROUTER + "entrypoints", "websecure");
            annotations.put(ROUTER + "tls", "true");
            if (own && resolver != null) {
                annotations.put(ROUTER + "tls.certresolver", resolver);
            }
        }
        return annotations;
    }

    private Optional<KubernetesObject> object(
            String suffix, List<Map<String, Object>> rules, Map<String, String> annotations) {
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Body.object(
                        "networking.k8s.io/v1",
                        "Ingress",
                        new Body()
                                .with("namespace", request.namespace())
                                .with("name", naming.component() + "-" + suffix)
                                .with("labels", naming.componentLabels())
                                .with("annotations", annotations),
                        new Body()
                                .with(
                                        "spec",
                                        new Body()
                                                .with("ingressClassName", ingress.ingressClass())
                                                .with("rules", rules))));
    }
}
