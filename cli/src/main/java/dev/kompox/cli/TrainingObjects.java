package dev.kompox.cli;

import dev.kompox.operations.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a cluster where everything is ready at once: what is sent comes back as a cluster
 * gives it, with the fields that only a cluster sets.
 */
final class TrainingObjects {

    /** What is answered where there is no such object. */
    static final String ABSENT =
            """
            {"kind":"Status","apiVersion":"v1","status":"Failure","reason":"NotFound",
            "message":"absent","code":404}\
            """;

    private static final String SOMETIME = "2026-01-01T00:00:00Z";
    private static final String DEPLOYMENT_STATUS =
            """
            {"observedGeneration":1,"replicas":1,"updatedReplicas":1,"readyReplicas":1,"availableReplicas":1,
            "conditions":[{"type":"Available","status":"True","reason":"MinimumReplicasAvailable"}]}\
            """;
    private static final Map<String, String> FROM_THE_BEGINNING =
            Map.of(
                    "/api/v1/nodes",
                    """
                    {"kind":"Node","apiVersion":"v1","metadata":{"name":"one","labels":{"kubernetes.io/arch":"amd64",
                    "topology.kubernetes.io/zone":"a"}},"status":{"capacity":{"cpu":"2"},"nodeInfo":{"architecture":"amd64"},
                    "conditions":[{"type":"Ready","status":"True"}],"images":[{"names":["train"],"sizeBytes":1}]}}\
                    """,
                    "/api/v1/namespaces",
                    """
                    {"kind":"Namespace","apiVersion":"v1","metadata":{"name":"kube-system"}}\
                    """,
                    "/apis/storage.k8s.io/v1/storageclasses",
                    """
                    {"kind":"StorageClass","apiVersion":"storage.k8s.io/v1","metadata":{"name":"disks",
                    "annotations":{"storageclass.kubernetes.io/is-default-class":"true"}},"provisioner":"train",
                    "volumeBindingMode":"Immediate"}\
                    """,
                    "/apis/storage.k8s.io/v1/csidrivers",
                    """
                    {"kind":"CSIDriver","apiVersion":"storage.k8s.io/v1","metadata":{"name":"train"},"spec":{}}\
                    """);

    private final Map<String, SequencedMap<String, Object>> all = new TreeMap<>();

    /** Begin with what every cluster has. */
    TrainingObjects() {
        FROM_THE_BEGINNING.forEach((collection, json) -> put(collection, map(Json.read(json))));
    }

    /**
     * Do what a request asks for.
     *
     * @param path with what follows a question mark
     * @param body JSON, or nothing
     * @return the answer's body
     */
    synchronized String answer(String method, String path, String body) {
        String resource = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        boolean trial = path.contains("dryRun=");
        return switch (method) {
            case "GET" -> {
                SequencedMap<String, Object> found = all.get(resource);
                yield found != null ? Json.write(found) : list(resource);
            }
            case "DELETE" -> {
                var _ = all.remove(resource);
                yield "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Success\"}";
            }
            case "POST" -> Json.write(keep(resource, map(Json.read(body)), trial));
            default -> {
                String collection = resource.substring(0, resource.lastIndexOf('/'));
                SequencedMap<String, Object> merged = new LinkedHashMap<>();
                merged.putAll(all.getOrDefault(resource, new LinkedHashMap<>()));
                map(Json.read(body)).forEach((key, value) -> merge(merged, key, value));
                yield Json.write(keep(collection, merged, trial));
            }
        };
    }

    private static void merge(
            SequencedMap<String, Object> into, String key, @Nullable Object value) {
        if (value instanceof Map<?, ?> && into.get(key) instanceof Map<?, ?>) {
            SequencedMap<String, Object> inner = map(into.get(key));
            map(value).forEach((name, each) -> merge(inner, name, each));
            into.put(key, inner);
        } else if (value != null) {
            into.put(key, value);
        }
    }

    private String list(String resource) {
        // after /api/v1 or /apis/GROUP/v1, names follow their kinds: one object has an even number
        int parts = resource.split("/", -1).length - (resource.startsWith("/api/") ? 3 : 4);
        if (parts % 2 == 0) {
            return ABSENT;
        }
        List<Object> items = new ArrayList<>();
        String last = resource.substring(resource.lastIndexOf('/'));
        all.forEach((path, object) -> {
            String collection = path.substring(0, path.lastIndexOf('/'));
            if (collection.equals(resource) || (collection.endsWith(last) && !within(resource))) {
                items.add(object);
            }
        });
        return Json.write(
                Map.of(
                        "kind",
                        "List",
                        "apiVersion",
                        "v1",
                        "metadata",
                        Map.of("resourceVersion", "1"),
                        "items",
                        items));
    }

    private static boolean within(String resource) {
        return resource.contains("/namespaces/");
    }

    private SequencedMap<String, Object> keep(
            String collection, SequencedMap<String, Object> object, boolean trial) {
        return trial ? object : put(collection, object);
    }

    private SequencedMap<String, Object> put(
            String collection, SequencedMap<String, Object> object) {
        SequencedMap<String, Object> metadata = map(object.get("metadata"));
        Object name = metadata.getOrDefault("name", metadata.get("generateName") + "1");
        metadata.put("name", name);
        metadata.put("uid", "1");
        metadata.put("resourceVersion", "1");
        metadata.put("generation", 1L);
        metadata.put("creationTimestamp", SOMETIME);
        object.put("metadata", metadata);
        all.put(collection + "/" + name, object);
        switch (String.valueOf(object.get("kind"))) {
            case "Deployment" -> run(collection, String.valueOf(name), object);
            case "Pod" -> {
                object.putIfAbsent("status", status("Succeeded", map(object.get("spec"))));
                map(object.get("spec")).put("nodeName", "one");
            }
            case "PersistentVolumeClaim" -> bind(collection, String.valueOf(name), object);
            default -> {}
        }
        return object;
    }

    private void run(String collection, String name, SequencedMap<String, Object> deployment) {
        SequencedMap<String, Object> spec = map(deployment.get("spec"));
        String pods = collection.replace("/apis/apps/", "/api/").replace("deployments", "pods");
        if (Long.valueOf(0).equals(spec.get("replicas"))) {
            deployment.put("status", Json.read("{\"observedGeneration\":1}"));
            var _ = all.remove(pods + "/" + name + "-1");
            return;
        }
        deployment.put("status", Json.read(DEPLOYMENT_STATUS));
        SequencedMap<String, Object> template = map(spec.get("template"));
        SequencedMap<String, Object> pod = new LinkedHashMap<>();
        pod.put("kind", "Pod");
        pod.put("apiVersion", "v1");
        pod.put("metadata", map(template.get("metadata")));
        map(pod.get("metadata")).put("name", name + "-1");
        pod.put("spec", map(template.get("spec")));
        pod.put("status", status("Running", map(template.get("spec"))));
        put(pods, pod);
    }

    private static SequencedMap<String, Object> status(
            String phase, SequencedMap<String, Object> spec) {
        SequencedMap<String, Object> status =
                map(
                        Json.read(
                                """
                                {"phase":"%s","podIP":"10.0.0.2","startTime":"2026-01-01T00:00:00Z","conditions":[
                                {"type":"Ready","status":"True","lastTransitionTime":"2026-01-01T00:00:00Z"}]}\
                                """
                                        .formatted(phase)));
        status.put("initContainerStatuses", containers(spec.get("initContainers")));
        status.put("containerStatuses", containers(spec.get("containers")));
        return status;
    }

    private static List<Object> containers(@Nullable Object specs) {
        List<Object> statuses = new ArrayList<>();
        if (specs instanceof List<?> list) {
            list.forEach(spec ->
                    statuses.add(
                            Json.read(
                                    """
                                    {"name":"%s","image":"train","imageID":"train","containerID":"train","ready":true,
                                    "started":true,"restartCount":0,"lastState":{},
                                    "state":{"running":{"startedAt":"2026-01-01T00:00:00Z"}}}\
                                    """
                                            .formatted(map(spec).get("name")))));
        }
        return statuses;
    }

    private void bind(String collection, String name, SequencedMap<String, Object> claim) {
        SequencedMap<String, Object> spec = map(claim.get("spec"));
        spec.put("volumeName", "volume-of-" + name);
        claim.put("spec", spec);
        claim.put("status", Map.of("phase", "Bound", "capacity", Map.of("storage", "10Gi")));
        SequencedMap<String, Object> volume = new LinkedHashMap<>();
        volume.put("kind", "PersistentVolume");
        volume.put("apiVersion", "v1");
        volume.put("metadata", new LinkedHashMap<>(Map.of("name", "volume-of-" + name)));
        volume.put(
                "spec",
                Map.of(
                        "capacity", Map.of("storage", "10Gi"),
                        "accessModes", List.of("ReadWriteOnce"),
                        "persistentVolumeReclaimPolicy", "Retain",
                        "csi", Map.of("driver", "train", "volumeHandle", name),
                        "claimRef",
                                Map.of(
                                        "name",
                                        name,
                                        "namespace",
                                        collection.split("/", -1)[4],
                                        "uid",
                                        "1")));
        volume.put("status", Map.of("phase", "Bound"));
        put("/api/v1/persistentvolumes", volume);
    }

    /** What an object's part is, as a map of its own kind: the same one when it is one. */
    @SuppressWarnings("unchecked")
    private static SequencedMap<String, Object> map(@Nullable Object value) {
        return value instanceof SequencedMap<?, ?> map
                ? (SequencedMap<String, Object>) map
                : new LinkedHashMap<>();
    }
}
