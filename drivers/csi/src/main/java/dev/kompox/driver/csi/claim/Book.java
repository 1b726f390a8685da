package dev.kompox.driver.csi.claim;

import dev.kompox.driver.csi.name.AppNames;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.manifest.id.AppId;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A page of an app: a ConfigMap in its namespace that is replaced only by whoever has read its
 * newest version, as the API server guarantees by {@code resourceVersion}.
 */
public final class Book {

    private final ClusterConnection cluster;
    private final Namespaces namespaces;
    private final String name;

    /**
     * Keep pages of a name.
     *
     * @param name the ConfigMap's
     */
    public Book(ClusterConnection cluster, Namespaces namespaces, String name) {
        this.cluster = cluster;
        this.namespaces = namespaces;
        this.name = name;
    }

    /**
     * A page as it was read.
     *
     * @param version the resource version; empty if there is no page
     * @param entries what it holds
     * @param annotations its annotations
     */
    public record Page(
            String version,
            SequencedMap<String, String> entries,
            SequencedMap<String, String> annotations) {}

    /** Read an app's page. */
    public Page read(AppId app) {
        ConfigMap map =
                cluster.ask(
                        "reading " + name + " of " + app.app(),
                        () ->
                                cluster.client()
                                        .configMaps()
                                        .inNamespace(namespaces.of(app))
                                        .withName(name)
                                        .get());
        if (map == null) {
            return new Page("", new LinkedHashMap<>(), new LinkedHashMap<>());
        }
        String path = orEmpty(map.getMetadata().getAnnotations()).get(Keys.APP);
        if (!AppNames.path(app).equals(path)) {
            throw new DriverException(
                    new Category.Conflict(AppNames.path(app), String.valueOf(path)),
                    "ConfigMap " + namespaces.of(app) + "/" + name + " is not that of this app",
                    "kubectl --context "
                            + cluster.context()
                            + " -n "
                            + namespaces.of(app)
                            + " get configmap "
                            + name
                            + " -o yaml");
        }
        return new Page(
                map.getMetadata().getResourceVersion(),
                orEmpty(map.getData()),
                orEmpty(map.getMetadata().getAnnotations()));
    }

    /**
     * Replace the page of a version.
     *
     * @param version the version read; empty if there was no page
     * @return the new version, or empty if somebody else was faster
     */
    public Optional<String> swap(
            AppId app, String version, Map<String, String> entries, Map<String, String> marks) {
        SequencedMap<String, String> annotations = new LinkedHashMap<>(marks);
        annotations.put(Keys.APP, AppNames.path(app));
        ConfigMap wanted =
                new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace(namespaces.of(app))
                        .withName(name)
                        .withLabels(AppNames.labels(app))
                        .withAnnotations(annotations)
                        .withResourceVersion(version.isEmpty() ? null : version)
                        .endMetadata()
                        .withData(new LinkedHashMap<>(entries))
                        .build();
        try {
            return Optional.of(
                    cluster.ask(
                                    "writing " + name + " of " + app.app(),
                                    () ->
                                            version.isEmpty()
                                                    ? cluster.client()
                                                            .configMaps()
                                                            .resource(wanted)
                                                            .create()
                                                    : cluster.client()
                                                            .configMaps()
                                                            .resource(wanted)
                                                            .update())
                            .getMetadata()
                            .getResourceVersion());
        } catch (DriverException e) {
            boolean gone = e.category() instanceof Category.NotFound && !version.isEmpty();
            if (e.category() instanceof Category.Conflict || gone) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static SequencedMap<String, String> orEmpty(@Nullable Map<String, String> map) {
        return new LinkedHashMap<>(Objects.requireNonNullElse(map, Map.of()));
    }
}
