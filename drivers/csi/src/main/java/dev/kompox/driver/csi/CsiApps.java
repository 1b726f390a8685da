package dev.kompox.driver.csi;

import dev.kompox.driver.Apps;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.runtime.AppThere;
import dev.kompox.driver.runtime.AppThere.State;
import dev.kompox.kubernetes.client.ClusterConnection;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The apps of a cluster: the namespaces that are Kompox's, read together, not one by one. */
record CsiApps(ClusterConnection cluster, CsiRecords records) implements Apps {

    @Override
    public List<AppThere> list() {
        Map<String, Deployment> deployments = new HashMap<>();
        Map<String, Map<String, String>> owners = new HashMap<>();
        List<AppThere> all = new ArrayList<>();
        for (Deployment one : deployments()) {
            deployments.put(one.getMetadata().getNamespace(), one);
        }
        for (ConfigMap one : owners()) {
            owners.put(one.getMetadata().getNamespace(), orEmpty(one.getData()));
        }
        for (Namespace namespace : namespaces()) {
            String app = annotation(namespace, Keys.APP);
            if (app != null) {
                String name = namespace.getMetadata().getName();
                all.add(
                        new AppThere(
                                app,
                                name,
                                state(deployments.get(name)),
                                lives(owners.get(name)),
                                Instant.parse(namespace.getMetadata().getCreationTimestamp())));
            }
        }
        all.sort(Comparator.comparing(AppThere::app).thenComparing(AppThere::where));
        return all;
    }

    private List<Namespace> namespaces() {
        return cluster.ask(
                "reading namespaces",
                () ->
                        cluster.client()
                                .namespaces()
                                .withLabel(Keys.MANAGED_BY, Keys.KOMPOX)
                                .list()
                                .getItems());
    }

    private List<Deployment> deployments() {
        return cluster.ask(
                "reading deployments",
                () ->
                        cluster.client()
                                .apps()
                                .deployments()
                                .inAnyNamespace()
                                .withLabel(Keys.MANAGED_BY, Keys.KOMPOX)
                                .list()
                                .getItems());
    }

    private List<ConfigMap> owners() {
        return cluster.ask(
                "reading ownership records",
                () ->
                        cluster.client()
                                .configMaps()
                                .inAnyNamespace()
                                .withLabel(Keys.MANAGED_BY, Keys.KOMPOX)
                                .withField("metadata.name", CsiRecords.NAME)
                                .list()
                                .getItems());
    }

    private @Nullable Location lives(@Nullable Map<String, String> record) {
        try {
            return record == null ? null : records.place(record);
        } catch (IllegalArgumentException e) {
            return null; // what is damaged is told where the app is worked on
        }
    }

    private static State state(@Nullable Deployment deployment) {
        if (deployment == null) {
            return State.DOWN;
        }
        if (Objects.requireNonNullElse(deployment.getSpec().getReplicas(), 1) == 0) {
            return State.STOPPED;
        }
        Integer ready =
                deployment.getStatus() == null ? null : deployment.getStatus().getReadyReplicas();
        return ready != null && ready > 0 ? State.RUNNING : State.STARTING;
    }

    private static @Nullable String annotation(HasMetadata object, String key) {
        return orEmpty(object.getMetadata().getAnnotations()).get(key);
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return Objects.requireNonNullElse(map, Map.of());
    }
}
