package dev.kompox.operations.app;

import dev.kompox.manifest.kom.Cluster;
import dev.kompox.manifest.kom.Provider;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Hold a cluster that a KOM document describes as existing, as a place to work at.
 *
 * @param name its name
 * @param driver the driver it is reached through
 * @param options that driver's options
 */
public record ClusterPlace(String name, String driver, SequencedMap<String, String> options) {

    /** The settings of a Cluster or Provider document, and the driver's option that each is. */
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "KUBE_CONTEXT", "context",
                    "STORAGE_CLASS", "storageClass",
                    "ZONE", "zone",
                    "DISK_SIZE", "diskSize",
                    "HELPER_IMAGE", "helperImage",
                    "INGRESS_CLASS", "ingressClass");

    private static final String KUBECONFIG = "KUBECONFIG";

    /** Copies the options. */
    public ClusterPlace {
        options = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(options));
    }

    static ClusterPlace of(Cluster cluster, Provider provider) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        take(provider.settings().values(), provider.header().origin().file(), options);
        take(cluster.settings().values(), cluster.header().origin().file(), options);
        put(options, "ingressNamespace", cluster.ingress().namespace());
        put(
                options,
                "domain",
                cluster.ingress().domain() == null ? null : cluster.ingress().domain().value());
        put(options, "certResolver", cluster.ingress().certResolver());
        return new ClusterPlace(cluster.id().cluster(), provider.driver(), options);
    }

    private static void take(
            Map<String, String> settings, Path file, SequencedMap<String, String> options) {
        settings.forEach((key, value) -> {
            if (key.equals(KUBECONFIG)) {
                options.put("kubeconfig", file.resolveSibling(value).normalize().toString());
            } else if (SETTINGS.containsKey(key)) {
                put(options, SETTINGS.get(key), value);
            }
        });
    }

    private static void put(
            SequencedMap<String, String> options, @Nullable String key, @Nullable String value) {
        if (key != null && value != null) {
            options.put(key, value);
        }
    }
}
