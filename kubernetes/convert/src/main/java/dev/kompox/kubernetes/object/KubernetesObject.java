package dev.kompox.kubernetes.object;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes object as it is written to a cluster or a file.
 *
 * @param apiVersion e.g. {@code apps/v1}
 * @param kind e.g. {@code Deployment}
 * @param namespace where it is; null for an object of the cluster
 * @param name its name
 * @param body the whole object, {@code apiVersion} first: maps, lists, strings, numbers, booleans,
 *     in the order they are written
 */
public record KubernetesObject(
        String apiVersion,
        String kind,
        @Nullable String namespace,
        String name,
        SequencedMap<String, Object> body) {

    /** Copies the body in depth. */
    public KubernetesObject {
        body = copy(body);
    }

    /** Return {@code kind/name}, the form shown to people. */
    @Override
    public String toString() {
        return kind + "/" + name;
    }

    private static SequencedMap<String, Object> copy(Map<?, ?> map) {
        SequencedMap<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put((String) key, copyOf(value)));
        return Collections.unmodifiableSequencedMap(copy);
    }

    private static Object copyOf(Object value) {
        return switch (value) {
            case Map<?, ?> map -> copy(map);
            case List<?> list -> list.stream().map(KubernetesObject::copyOf).toList();
            case String _, Number _, Boolean _ -> value;
            default ->
                    throw new IllegalArgumentException(
                            "no part of an object: " + value.getClass().getName());
        };
    }
}
