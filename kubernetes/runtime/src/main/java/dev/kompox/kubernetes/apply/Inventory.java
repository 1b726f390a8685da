package dev.kompox.kubernetes.apply;

import dev.kompox.driver.call.Fanout;
import dev.kompox.kubernetes.object.KubernetesObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** What was applied to a namespace before, as the server has it now: one question a kind. */
final class Inventory {

    private final Map<String, Found> found = new LinkedHashMap<>();

    /**
     * An object that is there.
     *
     * @param kind what it is
     * @param name its name
     * @param live all of it
     */
    record Found(ObjectKind kind, String name, Map<?, ?> live) {

        private String key() {
            return kind.kind() + "/" + name;
        }
    }

    private Inventory() {}

    /** That of a namespace which is not there. */
    static Inventory nothing() {
        return new Inventory();
    }

    /** Read it. */
    static Inventory read(ApiServer server, String namespace, String inventory) {
        List<Callable<List<Found>>> tasks = new ArrayList<>();
        for (ObjectKind kind : ObjectKind.PRUNED) {
            tasks.add(() -> read(server, kind, namespace, inventory));
        }
        Inventory all = new Inventory();
        for (List<Found> one : Fanout.all(tasks, tasks.size())) {
            one.forEach(object -> all.found.put(object.key(), object));
        }
        return all;
    }

    private static List<Found> read(
            ApiServer server, ObjectKind kind, String namespace, String inventory) {
        SequencedMap<String, Object> answer =
                server.list(kind, namespace, Applier.INVENTORY + "=" + inventory);
        List<Found> found = new ArrayList<>();
        if (answer.get("items") instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> live
                        && live.get("metadata") instanceof Map<?, ?> metadata) {
                    // in a list, kind and version are said once
                    Map<Object, Object> whole = new LinkedHashMap<>(live);
                    whole.put("apiVersion", kind.apiVersion());
                    whole.put("kind", kind.kind());
                    found.add(new Found(kind, String.valueOf(metadata.get("name")), whole));
                }
            }
        }
        return found;
    }

    /** Return an object, if it is among them. */
    Optional<Map<?, ?>> find(KubernetesObject object) {
        return Optional.ofNullable(found.get(object.toString())).map(Found::live);
    }

    /** Return those that are none of some objects, in the order in which they are removed. */
    List<Found> without(List<KubernetesObject> objects) {
        Set<String> wanted =
                objects.stream().map(KubernetesObject::toString).collect(Collectors.toSet());
        return found.values().stream().filter(one -> !wanted.contains(one.key())).toList();
    }
}
