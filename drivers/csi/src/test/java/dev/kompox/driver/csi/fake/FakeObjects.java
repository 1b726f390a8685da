package dev.kompox.driver.csi.fake;

import com.sun.net.httpserver.HttpExchange;
import dev.kompox.kubernetes.kit.FakeCluster;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Objects of one kind below one path, as an API server keeps them: plain JSON, merged by PATCH. */
final class FakeObjects {

    final Map<String, Map<String, Object>> all = new ConcurrentSkipListMap<>();

    private final String path;
    private final Consumer<Map<String, Object>> made;
    private final Consumer<Map<String, Object>> changed;
    private final Consumer<Map<String, Object>> removed;

    FakeObjects(
            String path,
            Consumer<Map<String, Object>> made,
            Consumer<Map<String, Object>> changed,
            Consumer<Map<String, Object>> removed) {
        this.path = path;
        this.made = made;
        this.changed = changed;
        this.removed = removed;
    }

    void answer(HttpExchange exchange, Map<String, String> query) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(path.length()).replace("/", "");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        synchronized (this) {
            switch (exchange.getRequestMethod()) {
                case "GET" -> give(exchange, name, query.getOrDefault("labelSelector", ""));
                case "POST" -> create(exchange, read(body), query.containsKey("dryRun"));
                case "PATCH" -> {
                    Map<String, Object> object = Objects.requireNonNull(all.get(name));
                    merge(object, read(body));
                    FakeCluster.json(exchange, 200, Serialization.asJson(object));
                    changed.accept(object);
                }
                case "DELETE" -> {
                    Map<String, Object> gone = all.remove(name);
                    if (gone != null) {
                        removed.accept(gone);
                    }
                    FakeCluster.json(exchange, 200, "{\"kind\":\"Status\",\"status\":\"Success\"}");
                }
                default -> throw new IllegalStateException(exchange.getRequestMethod());
            }
        }
    }

    private void give(HttpExchange exchange, String name, String selector) throws IOException {
        if (name.isEmpty()) {
            List<Map<String, Object>> items =
                    all.values().stream().filter(one -> bears(one, selector)).toList();
            FakeCluster.json(
                    exchange,
                    200,
                    Serialization.asJson(
                            Map.of("kind", "List", "apiVersion", "v1", "items", items)));
        } else if (all.containsKey(name)) {
            FakeCluster.json(exchange, 200, Serialization.asJson(all.get(name)));
        } else {
            refuse(exchange, 404, name + " not found");
        }
    }

    private void create(HttpExchange exchange, Map<String, Object> object, boolean trial)
            throws IOException {
        Map<String, Object> metadata = map(object, "metadata");
        String name = String.valueOf(metadata.get("name"));
        if (all.containsKey(name)) {
            refuse(exchange, 409, name + " already exists");
            return;
        }
        metadata.put("uid", UUID.randomUUID().toString());
        if (!trial) {
            all.put(name, object);
            made.accept(object);
        }
        FakeCluster.json(exchange, 201, Serialization.asJson(object));
    }

    static void refuse(HttpExchange exchange, int code, String message) throws IOException {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("kind", "Status");
        status.put("apiVersion", "v1");
        status.put("code", code);
        status.put("message", message);
        FakeCluster.json(exchange, code, Serialization.asJson(status));
    }

    private static boolean bears(Map<String, Object> object, String selector) {
        String labels =
                map(map(object, "metadata"), "labels").entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(","));
        return selector.isEmpty() || labels.contains(selector);
    }

    /** Merge as RFC 7386 says. */
    private static void merge(Map<String, Object> into, Map<String, Object> patch) {
        patch.forEach((key, value) -> {
            if (value == null) {
                into.remove(key);
            } else if (value instanceof Map<?, ?>) {
                merge(map(into, key), map(patch, key));
            } else {
                into.put(key, value);
            }
        });
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, Object> object, String key) {
        return (Map<String, Object>) object.computeIfAbsent(key, _ -> new LinkedHashMap<>());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(@Nullable String json) {
        return Serialization.unmarshal(json, LinkedHashMap.class);
    }
}
