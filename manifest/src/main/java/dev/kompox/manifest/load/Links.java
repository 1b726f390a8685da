package dev.kompox.manifest.load;

import dev.kompox.compose.Problem;
import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Nearest;
import dev.kompox.manifest.id.ResourceId;
import dev.kompox.manifest.kom.App;
import dev.kompox.manifest.kom.Cluster;
import dev.kompox.manifest.kom.HostName;
import dev.kompox.manifest.kom.IngressRule;
import dev.kompox.manifest.kom.Kind;
import dev.kompox.manifest.kom.KomResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Check what documents say about each other. */
final class Links {

    private final Diagnostics diagnostics;
    private final SequencedMap<ResourceId, KomResource> byId = new LinkedHashMap<>();

    Links(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(List<KomResource> resources) {
        for (KomResource each : resources) {
            KomResource first = byId.putIfAbsent(each.id(), each);
            if (first != null) {
                refuse(
                        "double-id",
                        each,
                        "the id %s is there twice, first at %s"
                                .formatted(each.id(), first.header().origin().location()),
                        "Give one of them another id, or remove it.");
            }
        }
        for (KomResource each : resources) {
            each.id().parent().ifPresent(parent -> checkParent(each, parent));
            if (each instanceof App app) {
                checkHosts(app);
            }
        }
    }

    private void checkParent(KomResource child, ResourceId parent) {
        if (byId.containsKey(parent)) {
            return;
        }
        String near = nearest(parent);
        refuse(
                "missing-parent",
                child,
                "%s %s needs the %s %s, which no document describes%s"
                        .formatted(
                                child.kind().text(),
                                child.id(),
                                Kind.of(parent).text(),
                                parent,
                                near == null ? "" : "; did you mean \"" + near + "\"?"),
                "Add a document of kind %s with the id %s, or correct the id of the %s."
                        .formatted(Kind.of(parent).text(), parent, child.kind().text()));
    }

    private @Nullable String nearest(ResourceId wanted) {
        List<String> ids =
                byId.keySet().stream()
                        .filter(id -> Kind.of(id) == Kind.of(wanted))
                        .map(ResourceId::toString)
                        .toList();
        return Nearest.of(wanted.toString(), ids);
    }

    /**
     * Names below the cluster's domain are given by Kompox; a rule that takes one would collide.
     */
    private void checkHosts(App app) {
        if (!(byId.get(app.id().clusterId()) instanceof Cluster cluster)
                || cluster.ingress().domain() == null) {
            return;
        }
        for (IngressRule rule : app.ingress().rules()) {
            for (HostName host : rule.hosts()) {
                if (host.isWithin(cluster.ingress().domain())) {
                    refuse(
                            "taken-host",
                            app,
                            "host \"%s\" lies below the cluster's domain \"%s\", where Kompox gives the names"
                                    .formatted(host, cluster.ingress().domain()),
                            "Remove the host: the app has a name below that domain without it.");
                }
            }
        }
    }

    private void refuse(String code, KomResource at, String sentence, String remedy) {
        diagnostics.add(
                Problem.error(code, sentence, at.header().origin().location(), "")
                        .withRemedy(remedy));
    }
}
