package dev.kompox.driver.csi.run;

import dev.kompox.driver.call.Fanout;
import dev.kompox.driver.csi.CsiSettings;
import dev.kompox.driver.csi.claim.Assignments;
import dev.kompox.driver.csi.claim.Namespaces;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.kubernetes.client.ClusterConnection;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What would keep an app from starting on a cluster, found out before anything is done. */
public final class Obstacles {

    /** What working with an app needs: verb, API group, resource; and whether in its namespace. */
    private record Right(String verb, String group, String resource, boolean namespaced) {}

    private static final List<Right> RIGHTS =
            List.of(
                    new Right("create", "", "namespaces", false),
                    new Right("patch", "", "persistentvolumes", false),
                    new Right("list", "storage.k8s.io", "storageclasses", false),
                    new Right("list", "storage.k8s.io", "volumeattachments", false),
                    new Right("list", "", "nodes", false),
                    new Right("create", "", "persistentvolumeclaims", true),
                    new Right("create", "", "pods", true),
                    new Right("create", "", "pods/exec", true),
                    new Right("create", "", "pods/attach", true),
                    new Right("patch", "apps", "deployments", true),
                    new Right("patch", "", "services", true),
                    new Right("patch", "", "secrets", true),
                    new Right("patch", "", "configmaps", true),
                    new Right("patch", "", "serviceaccounts", true),
                    new Right("patch", "networking.k8s.io", "networkpolicies", true),
                    new Right("create", "", "resourcequotas", true));

    private final ClusterConnection cluster;
    private final Namespaces namespaces;
    private final AppObjects objects;
    private final Runnable expectClass;

    /**
     * Look at a cluster.
     *
     * @param expectClass fails if disks cannot be made for want of a storage class
     */
    public Obstacles(
            ClusterConnection cluster,
            Namespaces namespaces,
            Assignments assignments,
            CsiSettings settings,
            Runnable expectClass) {
        this.cluster = cluster;
        this.namespaces = namespaces;
        this.objects = new AppObjects(namespaces, assignments, settings);
        this.expectClass = expectClass;
    }

    List<String> of(Workload workload) {
        List<String> found = new ArrayList<>(missingRights(workload));
        if (found.isEmpty()) {
            attempt(found, () -> namespaces.expectOwn(workload.app()));
            attempt(found, () -> objects.imagined(workload));
            if (!workload.slots().isEmpty()) {
                attempt(found, expectClass);
            }
        }
        return found;
    }

    private static void attempt(List<String> found, Runnable check) {
        try {
            check.run();
        } catch (DriverException e) {
            if (e.category().retryable()) {
                throw e;
            }
            found.add(e.remedy() == null ? e.sentence() : e.sentence() + ". " + e.remedy());
        }
    }

    private List<String> missingRights(Workload workload) {
        String namespace = namespaces.of(workload.app());
        List<Callable<Boolean>> asks = new ArrayList<>();
        RIGHTS.forEach(right -> asks.add(() -> allowed(right, namespace)));
        List<Boolean> answers = Fanout.all(asks, 6);
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < RIGHTS.size(); i++) {
            Right right = RIGHTS.get(i);
            if (!answers.get(i)) {
                missing.add(
                        "this user may not "
                                + right.verb
                                + " "
                                + right.resource
                                + (right.group.isEmpty() ? "" : "." + right.group)
                                + (right.namespaced ? " in namespace " + namespace : ""));
            }
        }
        return missing;
    }

    private boolean allowed(Right right, String namespace) {
        String[] parts = right.resource.split("/", 2);
        SelfSubjectAccessReview review =
                new SelfSubjectAccessReviewBuilder()
                        .withNewSpec()
                        .withNewResourceAttributes()
                        .withVerb(right.verb)
                        .withGroup(right.group)
                        .withResource(parts[0])
                        .withSubresource(parts.length == 2 ? parts[1] : null)
                        .withNamespace(right.namespaced ? namespace : null)
                        .endResourceAttributes()
                        .endSpec()
                        .build();
        return Boolean.TRUE.equals(
                cluster.ask(
                                "asking for this user's rights",
                                () ->
                                        cluster.client()
                                                .authorization()
                                                .v1()
                                                .selfSubjectAccessReview()
                                                .create(review))
                        .getStatus()
                        .getAllowed());
    }
}
