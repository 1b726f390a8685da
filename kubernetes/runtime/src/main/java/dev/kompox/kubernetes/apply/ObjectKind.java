package dev.kompox.kubernetes.apply;

import dev.kompox.kubernetes.object.KubernetesObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of object and where the API server has it.
 *
 * @param apiVersion e.g. {@code apps/v1}
 * @param kind e.g. {@code Deployment}
 * @param plural e.g. {@code deployments}
 */
public record ObjectKind(String apiVersion, String kind, String plural) {

    /** Deployments. */
    public static final ObjectKind DEPLOYMENT =
            new ObjectKind("apps/v1", "Deployment", "deployments");

    private static final ObjectKind NAMESPACE = new ObjectKind("v1", "Namespace", "namespaces");

    /** What is pruned, in the order in which it goes: what runs first, then what it uses. */
    static final List<ObjectKind> PRUNED =
            List.of(
                    new ObjectKind("networking.k8s.io/v1", "Ingress", "ingresses"),
                    DEPLOYMENT,
                    new ObjectKind("v1", "Service", "services"),
                    new ObjectKind("v1", "Secret", "secrets"),
                    new ObjectKind("v1", "ConfigMap", "configmaps"),
                    new ObjectKind("networking.k8s.io/v1", "NetworkPolicy", "networkpolicies"),
                    new ObjectKind("v1", "ServiceAccount", "serviceaccounts"));

    /**
     * Return the kind of an object.
     *
     * @throws IllegalArgumentException if it is none that Kompox makes
     */
    static ObjectKind of(KubernetesObject object) {
        if (object.kind().equals(NAMESPACE.kind)) {
            return NAMESPACE;
        }
        return PRUNED.stream()
                .filter(one ->
                        one.kind.equals(object.kind())
                                && one.apiVersion.equals(object.apiVersion()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown kind " + object.kind()));
    }

    /** Return the path of all objects of this kind, in a namespace if one is given. */
    public String path(@Nullable String namespace) {
        String root = apiVersion.contains("/") ? "/apis/" + apiVersion : "/api/" + apiVersion;
        return root + (namespace == null ? "" : "/namespaces/" + namespace) + "/" + plural;
    }
}
