package dev.kompox.driver.csi.fake;

import static dev.kompox.driver.csi.fake.FakeObjects.map;

import com.sun.net.httpserver.HttpExchange;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.kit.FakeCluster;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The claims of one namespace and their volumes, kept as a cluster with a provisioner keeps them: a
 * new claim is bound at once, and a volume goes with its claim if it is told to.
 */
public final class FakeStorage implements AutoCloseable {

    private final FakeCluster cluster = FakeCluster.start();
    private final FakeObjects volumes =
            new FakeObjects("/api/v1/persistentvolumes", _ -> {}, this::reclaim, _ -> {});
    private final FakeObjects claims;
    private volatile Predicate<HttpExchange> breaks = _ -> false;
    private volatile String quota = "";

    /** Start one for a namespace. */
    public FakeStorage(String namespace) {
        String path = "/api/v1/namespaces/" + namespace;
        claims =
                new FakeObjects(
                        path + "/persistentvolumeclaims", this::bind, _ -> {}, this::release);
        cluster.at(
                "/api/v1/persistentvolumes", (exchange, query) -> answer(volumes, exchange, query));
        cluster.at(
                path + "/persistentvolumeclaims",
                (exchange, query) -> answer(claims, exchange, query));
        cluster.at(
                path + "/pods",
                (exchange, _) ->
                        FakeCluster.json(
                                exchange,
                                200,
                                "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"items\":[]}"));
    }

    private void answer(FakeObjects objects, HttpExchange exchange, Map<String, String> query)
            throws IOException {
        if (breaks.test(exchange)) {
            throw new IOException("cut");
        }
        if (exchange.getRequestMethod().equals("POST") && !quota.isEmpty()) {
            FakeObjects.refuse(exchange, 403, quota);
            return;
        }
        objects.answer(exchange, query);
    }

    private void bind(Map<String, Object> claim) {
        String uid = String.valueOf(map(claim, "metadata").get("uid"));
        Map<String, Object> requests = map(map(map(claim, "spec"), "resources"), "requests");
        Map<String, Object> volume = new LinkedHashMap<>();
        volume.put("kind", "PersistentVolume");
        volume.put("apiVersion", "v1");
        map(volume, "metadata").put("name", "pvc-" + uid);
        map(volume, "spec").put("persistentVolumeReclaimPolicy", "Delete");
        map(volume, "spec").put("capacity", new LinkedHashMap<>(requests));
        map(map(volume, "spec"), "claimRef").put("uid", uid);
        volumes.all.put("pvc-" + uid, volume);
        map(claim, "spec").put("volumeName", "pvc-" + uid);
        map(claim, "status").put("phase", "Bound");
        map(claim, "status").put("capacity", new LinkedHashMap<>(requests));
    }

    private void release(Map<String, Object> claim) {
        Map<String, Object> volume =
                volumes.all.get(String.valueOf(map(claim, "spec").get("volumeName")));
        if (volume != null) {
            reclaim(volume);
        }
    }

    private void reclaim(Map<String, Object> volume) {
        Object name = map(volume, "metadata").get("name");
        boolean used =
                claims.all.values().stream()
                        .anyMatch(claim ->
                                Objects.equals(map(claim, "spec").get("volumeName"), name));
        if (!used && policy(volume).equals("Delete")) {
            volumes.all.values().remove(volume);
        }
    }

    private static String policy(Map<String, Object> volume) {
        return String.valueOf(map(volume, "spec").get("persistentVolumeReclaimPolicy"));
    }

    /** Break the connection of requests. */
    public void breakAt(Predicate<HttpExchange> which) {
        breaks = which;
    }

    /** Refuse new claims with these words; none lets them be made again. */
    public void refuseClaims(String words) {
        quota = words;
    }

    /** Return the names of claims. */
    public List<String> claims() {
        return List.copyOf(claims.all.keySet());
    }

    /** Return a claim as JSON. */
    public Map<String, Object> claim(String name) {
        return claims.all.getOrDefault(name, Map.of());
    }

    /** Remove a claim as somebody would who has never heard of Kompox. */
    public void removeClaim(String name) {
        Map<String, Object> gone = claims.all.remove(name);
        if (gone != null) {
            release(gone);
        }
    }

    /** Take away all that makes a claim somebody's. */
    public void strip(String name) {
        map(map(claim(name), "metadata"), "annotations").clear();
        map(map(claim(name), "metadata"), "labels").clear();
        volumes.all.clear();
    }

    /** Return how many volumes there are, and what becomes of them, e.g. {@code Retain}. */
    public List<String> policies() {
        return volumes.all.values().stream().map(FakeStorage::policy).toList();
    }

    /** Reach it. */
    public ClusterConnection connect() {
        return cluster.connect();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
