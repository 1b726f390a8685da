package dev.kompox.driver.csi.run;

import dev.kompox.driver.Moves;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.claim.Namespaces;
import dev.kompox.driver.csi.name.AppNames;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.kubernetes.client.ClusterConnection;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Leaving and entering a cluster.
 *
 * <p>What keeps an app from running is a quota of no pods in its namespace, for pods without a time
 * limit (https://kubernetes.io/docs/concepts/policy/resource-quotas/#quota-scopes): the API server
 * itself refuses them, whoever asks. Kompox's own pods have a limit, so that disks can still be
 * read.
 */
public final class ClusterMoves implements Moves {

    private static final String FENCE = "kompox-fence";
    private static final String SEAL = "kompox-moved-away";

    private final ClusterConnection cluster;
    private final Namespaces namespaces;
    private final Obstacles obstacles;
    private final Supplier<String> identity;
    private final Supplier<Set<String>> architectures;

    /**
     * Work on a cluster.
     *
     * @param identity what everybody who reaches it is told
     * @param architectures what its nodes are
     */
    public ClusterMoves(
            ClusterConnection cluster,
            Namespaces namespaces,
            Obstacles obstacles,
            Supplier<String> identity,
            Supplier<Set<String>> architectures) {
        this.cluster = cluster;
        this.namespaces = namespaces;
        this.obstacles = obstacles;
        this.identity = identity;
        this.architectures = architectures;
    }

    @Override
    public String identity() {
        return identity.get();
    }

    @Override
    public Set<String> architectures() {
        return architectures.get();
    }

    @Override
    public List<String> obstacles(Workload workload) {
        return obstacles.of(workload);
    }

    @Override
    public void fence(Workload workload, Call call) {
        forbid(workload, FENCE, "Kompox is moving the app; it must not start meanwhile");
    }

    @Override
    public void unfence(Workload workload, Call call) {
        allow(workload, FENCE);
    }

    @Override
    public void seal(Workload workload, String reason, Call call) {
        forbid(workload, SEAL, reason);
        allow(workload, FENCE);
    }

    @Override
    public void unseal(Workload workload, Call call) {
        allow(workload, SEAL);
    }

    private void forbid(Workload workload, String name, String reason) {
        String namespace = namespaces.of(workload.app());
        ResourceQuota quota =
                new ResourceQuotaBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(name)
                        .withLabels(AppNames.labels(workload.app()))
                        .withAnnotations(
                                Map.of(
                                        Keys.APP,
                                        AppNames.path(workload.app()),
                                        Keys.REASON,
                                        reason))
                        .endMetadata()
                        .withNewSpec()
                        .withHard(Map.of("pods", new Quantity("0")))
                        .withScopes("NotTerminating")
                        .endSpec()
                        .build();
        try {
            cluster.tell(
                    "keeping the app from starting",
                    () -> cluster.client().resourceQuotas().resource(quota).create());
        } catch (DriverException e) {
            if (!(e.category() instanceof Category.Conflict)) {
                throw e;
            }
        }
    }

    private void allow(Workload workload, String name) {
        String namespace = namespaces.of(workload.app());
        cluster.tell(
                "letting the app start",
                () ->
                        cluster.client()
                                .resourceQuotas()
                                .inNamespace(namespace)
                                .withName(name)
                                .delete());
    }
}
