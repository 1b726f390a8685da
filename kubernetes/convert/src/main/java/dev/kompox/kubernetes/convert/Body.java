package dev.kompox.kubernetes.convert;

import dev.kompox.kubernetes.object.KubernetesObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Parts of objects, written in the order of their keys' first mention. */
final class Body {

    private final SequencedMap<String, Object> map = new LinkedHashMap<>();

    /** Set a key, unless there is nothing to say. */
    Body with(String key, @Nullable Object value) {
        switch (value) {
            case null -> {
                // nothing to say
            }
            case Map<?, ?> empty when empty.isEmpty() -> {
                // nothing to say
            }
            case Collection<?> empty when empty.isEmpty() -> {
                // nothing to say
            }
            case Body body -> with(key, body.map);
            default -> map.put(key, value);
        }
        return this;
    }

    /** Set a key to an empty map, which says something. */
    Body withEmpty(String key) {
        map.put(key, Map.of());
        return this;
    }

    SequencedMap<String, Object> map() {
        return map;
    }

    /** Make an object of the pieces that every object has; {@code rest} follows them. */
    static KubernetesObject object(String apiVersion, String kind, Body metadata, Body rest) {
        Body all =
                new Body()
                        .with("apiVersion", apiVersion)
                        .with("kind", kind)
                        .with("metadata", metadata.map);
        all.map.putAll(rest.map);
        return new KubernetesObject(
                apiVersion,
                kind,
                (String) metadata.map.get("namespace"),
                String.valueOf(metadata.map.get("name")),
                all.map);
    }
}
