package dev.kompox.kubernetes.apply;

import dev.kompox.driver.call.Fanout;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.object.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

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

    /**
     * The annotation that tells what was applied, by a digest. Whoever changes an object in another
     * way clears it: what bears it and has all that is wanted is not applied again.
     */
    public static final String APPLIED = "kompox.dev/applied";

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
     * Say what {@link #apply} would do, asking the server itself. Changes nothing.
     *
     * @param there whether the namespace exists; where it does not, everything is new
     */
    public List<ObjectChange> preview(List<KubernetesObject> objects, boolean there) {
        Inventory before = there ? inventory() : Inventory.nothing();
        List<Callable<ObjectChange>> tasks = new ArrayList<>();
        objects.forEach(object -> tasks.add(() -> preview(object, before, there)));
        List<ObjectChange> changes = new ArrayList<>(Fanout.all(tasks, AT_ONCE));
        before.without(objects)
                .forEach(one ->
                        changes.add(
                                new ObjectChange(
                                        one.kind().kind(),
                                        one.name(),
                                        ObjectChange.Verb.PRUNE,
                                        List.of())));
        return changes;
    }

    private ObjectChange preview(KubernetesObject object, Inventory before, boolean there) {
        Wanted wanted = new Wanted(object, inventory);
        Optional<? extends Map<?, ?>> live = before.find(object);
        if (live.isEmpty() && there) {
            live = server.get(ObjectKind.of(object), object.namespace(), object.name());
        }
        if (live.isEmpty()) {
            return change(object, ObjectChange.Verb.CREATE, List.of());
        }
        if (wanted.isAsIn(live.get())) {
            return change(object, ObjectChange.Verb.KEEP, List.of());
        }
        List<String> fields =
                TreeDifference.of(
                        live.get(), patch(wanted, "&dryRun=All"), object.kind().equals("Secret"));
        return change(
                object,
                fields.isEmpty() ? ObjectChange.Verb.KEEP : ObjectChange.Verb.CHANGE,
                fields);
    }

    private static ObjectChange change(
            KubernetesObject object, ObjectChange.Verb verb, List<String> fields) {
        return new ObjectChange(object.kind(), object.name(), verb, fields);
    }

    /**
     * Apply objects: those that run after all the others, which are independent of each other. Then
     * remove what was applied before and is none of them.
     */
    public void apply(List<KubernetesObject> objects) {
        Inventory before = inventory();
        List<Wanted> first = new ArrayList<>();
        List<Wanted> last = new ArrayList<>();
        for (KubernetesObject object : objects) {
            Wanted wanted = new Wanted(object, inventory);
            if (before.find(object).filter(wanted::isAsIn).isEmpty()) {
                boolean runs = object.kind().equals(ObjectKind.DEPLOYMENT.kind());
                (runs ? last : first).add(wanted);
            }
        }
        List<Callable<Boolean>> tasks = new ArrayList<>();
        first.forEach(wanted -> tasks.add(() -> !patch(wanted, "").isEmpty()));
        Fanout.all(tasks, AT_ONCE);
        last.forEach(wanted -> patch(wanted, ""));
        before.without(objects).forEach(this::delete);
    }

    private SequencedMap<String, Object> patch(Wanted wanted, String query) {
        KubernetesObject object = wanted.object();
        return server.patch(
                ObjectKind.of(object),
                object.namespace(),
                object.name(),
                QUERY + query,
                ApiServer.APPLY,
                wanted.body());
    }

    /** Remove all that was applied. */
    public void clear() {
        inventory().without(List.of()).forEach(this::delete);
    }

    private Inventory inventory() {
        return Inventory.read(server, namespace, inventory);
    }

    private void delete(Inventory.Found one) {
        server.delete(one.kind(), namespace, one.name());
    }
}
