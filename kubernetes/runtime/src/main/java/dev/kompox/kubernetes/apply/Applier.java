package dev.kompox.kubernetes.apply;

import dev.kompox.driver.call.Fanout;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.object.KubernetesObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Apply objects to a namespace by the server's own merge, as field manager {@value #MANAGER}.
 *
 * <p>What was applied bears a label; what bears it and is wanted no longer is removed. Fields that
 * others have set stay theirs unless they are wanted otherwise: then they are taken over, as {@code
 * kubectl apply --server-side --force-conflicts} does. A field that no object knows is refused.
 */
public final class Applier {

    /** The field manager. */
    public static final String MANAGER = "kompox";

    /** The label of what was applied. */
    public static final String INVENTORY = "kompox.dev/inventory";

    private static final String QUERY =
            "?fieldManager=" + MANAGER + "&force=true&fieldValidation=Strict";
    private static final int AT_ONCE = 6;

    private final ApiServer server;
    private final String namespace;
    private final String inventory;

    /**
     * Work in a namespace.
     *
     * @param inventory the value of the label {@link #INVENTORY}; objects of another are left alone
     */
    public Applier(ClusterConnection cluster, String namespace, String inventory) {
        this.server = new ApiServer(cluster);
        this.namespace = namespace;
        this.inventory = inventory;
    }

    /**
     * Say what {@link #apply} and {@link #prune} would do, asking the server itself. Changes
     * nothing.
     *
     * @param there whether the namespace exists; where it does not, everything is new
     */
    public List<ObjectChange> preview(List<KubernetesObject> objects, boolean there) {
        List<Callable<ObjectChange>> tasks = new ArrayList<>();
        objects.forEach(object -> tasks.add(() -> preview(object, there)));
        List<ObjectChange> changes = new ArrayList<>(Fanout.all(tasks, AT_ONCE));
        if (there) {
            leftOver(objects)
                    .forEach(one ->
                            changes.add(
                                    new ObjectChange(
                                            one.kind.kind(),
                                            one.name,
                                            ObjectChange.Verb.PRUNE,
                                            List.of())));
        }
        return changes;
    }

    private ObjectChange preview(KubernetesObject object, boolean there) {
        ObjectKind kind = ObjectKind.of(object);
        Optional<SequencedMap<String, Object>> live =
                there ? server.get(kind, object.namespace(), object.name()) : Optional.empty();
        if (live.isEmpty()) {
            return new ObjectChange(
                    object.kind(), object.name(), ObjectChange.Verb.CREATE, List.of());
        }
        Map<String, Object> next = patch(object, "&dryRun=All");
        List<String> fields = TreeDifference.of(live.get(), next, object.kind().equals("Secret"));
        return new ObjectChange(
                object.kind(),
                object.name(),
                fields.isEmpty() ? ObjectChange.Verb.KEEP : ObjectChange.Verb.CHANGE,
                fields);
    }

    /**
     * Apply objects: the last one after all the others. Those before it are independent of each
     * other.
     */
    public void apply(List<KubernetesObject> objects) {
        List<KubernetesObject> first = new ArrayList<>(objects);
        List<KubernetesObject> last = new ArrayList<>();
        first.removeIf(object -> runs(object) && last.add(object));
        List<Callable<Boolean>> tasks = new ArrayList<>();
        first.forEach(object -> tasks.add(() -> !patch(object, "").isEmpty()));
        Fanout.all(tasks, AT_ONCE);
        last.forEach(object -> patch(object, ""));
    }

    private static boolean runs(KubernetesObject object) {
        return object.kind().equals(ObjectKind.DEPLOYMENT.kind());
    }

    private SequencedMap<String, Object> patch(KubernetesObject object, String query) {
        return server.patch(
                ObjectKind.of(object),
                object.namespace(),
                object.name(),
                QUERY + query,
                ApiServer.APPLY,
                labelled(object));
    }

    private Map<String, Object> labelled(KubernetesObject object) {
        SequencedMap<String, Object> body = new LinkedHashMap<>(object.body());
        SequencedMap<String, Object> metadata = copy(body.get("metadata"));
        SequencedMap<String, Object> labels = copy(metadata.get("labels"));
        if (object.namespace() != null) {
            labels.put(INVENTORY, inventory);
        }
        metadata.put("labels", labels);
        body.put("metadata", metadata);
        return body;
    }

    private static SequencedMap<String, Object> copy(@Nullable Object map) {
        SequencedMap<String, Object> copy = new LinkedHashMap<>();
        if (map instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> copy.put(String.valueOf(key), value));
        }
        return copy;
    }

    /** Remove what was applied before and is none of some objects. */
    public void prune(List<KubernetesObject> objects) {
        leftOver(objects).forEach(one -> server.delete(one.kind, namespace, one.name));
    }

    private record Found(ObjectKind kind, String name) {}

    private List<Found> leftOver(List<KubernetesObject> objects) {
        Set<String> wanted = new HashSet<>();
        objects.forEach(object -> wanted.add(object.toString()));
        List<Callable<List<Found>>> tasks = new ArrayList<>();
        for (ObjectKind kind : ObjectKind.PRUNED) {
            tasks.add(() -> found(kind));
        }
        return Fanout.all(tasks, AT_ONCE).stream()
                .flatMap(List::stream)
                .filter(one -> !wanted.contains(one.kind.kind() + "/" + one.name))
                .toList();
    }

    private List<Found> found(ObjectKind kind) {
        Object items = server.list(kind, namespace, INVENTORY + "=" + inventory).get("items");
        List<Found> found = new ArrayList<>();
        if (items instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> map
                        && map.get("metadata") instanceof Map<?, ?> meta) {
                    found.add(new Found(kind, String.valueOf(meta.get("name"))));
                }
            }
        }
        return found;
    }
}
