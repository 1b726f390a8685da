package dev.kompox.driver.csi.claim;

import dev.kompox.driver.csi.name.AppNames;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.manifest.id.AppId;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The namespace in which everything of an app lives. */
public final class Namespaces {

    private final ClusterConnection cluster;
    private final @Nullable String named;

    /**
     * Work on a cluster.
     *
     * @param named the namespace that a user chose; null for the derived one
     */
    public Namespaces(ClusterConnection cluster, @Nullable String named) {
        this.cluster = cluster;
        this.named = named;
    }

    /** Return the name of an app's namespace. */
    public String of(AppId app) {
        return named == null ? AppNames.namespace(app) : named;
    }

    /**
     * Make sure that the app's namespace is there and is the app's.
     *
     * @throws DriverException {@code Conflict} if a namespace of that name is somebody else's;
     *     {@code Transient} if it is just going away
     */
    public void ensure(AppId app) {
        Namespace there = find(app).orElse(null);
        if (there == null) {
            there = create(app);
        }
        refuseForeign(app, there);
        if (there.getMetadata().getDeletionTimestamp() != null) {
            throw new DriverException(
                    new Category.Transient(),
                    "namespace " + of(app) + " is being deleted",
                    "Wait until it is gone: kubectl --context "
                            + cluster.context()
                            + " wait --for=delete namespace/"
                            + of(app));
        }
    }

    /** Tell whether the app has a namespace. */
    public boolean exists(AppId app) {
        return find(app).isPresent();
    }

    /**
     * Refuse a namespace that is somebody else's. None at all is fine.
     *
     * @throws DriverException {@code Conflict}
     */
    public void expectOwn(AppId app) {
        find(app).ifPresent(there -> refuseForeign(app, there));
    }

    private Optional<Namespace> find(AppId app) {
        return cluster.ask(
                "reading namespace " + of(app),
                () -> Optional.ofNullable(cluster.client().namespaces().withName(of(app)).get()));
    }

    private Namespace create(AppId app) {
        Namespace wanted =
                new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(of(app))
                        .withLabels(AppNames.labels(app))
                        .withAnnotations(
                                Map.of(
                                        Keys.APP,
                                        AppNames.path(app),
                                        Keys.PROVIDER_DRIVER,
                                        Keys.DRIVER))
                        .endMetadata()
                        .build();
        try {
            return cluster.ask(
                    "making namespace " + of(app),
                    () -> cluster.client().namespaces().resource(wanted).create());
        } catch (DriverException e) {
            if (e.category() instanceof Category.Conflict) {
                return find(app).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    private void refuseForeign(AppId app, Namespace there) {
        Map<String, String> labels = orEmpty(there.getMetadata().getLabels());
        String path = orEmpty(there.getMetadata().getAnnotations()).get(Keys.APP);
        boolean ours =
                Keys.KOMPOX.equals(labels.get(Keys.MANAGED_BY)) && AppNames.path(app).equals(path);
        if (!ours) {
            String kubectl = "kubectl --context " + cluster.context() + " ";
            throw new DriverException(
                    new Category.Conflict(
                            "namespace " + of(app) + " of app " + AppNames.path(app),
                            path == null ? "one that is not Kompox's" : "one of app " + path),
                    "namespace "
                            + of(app)
                            + (path == null ? " is not Kompox's" : " is that of app " + path),
                    "Look at it: "
                            + kubectl
                            + "get all -n "
                            + of(app)
                            + "\nor, if it is meant for this app, give it: "
                            + kubectl
                            + "label namespace "
                            + of(app)
                            + " "
                            + Keys.MANAGED_BY
                            + "=kompox; "
                            + kubectl
                            + "annotate namespace "
                            + of(app)
                            + " --overwrite "
                            + Keys.APP
                            + "="
                            + AppNames.path(app));
        }
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return Objects.requireNonNullElse(map, Map.of());
    }
}
