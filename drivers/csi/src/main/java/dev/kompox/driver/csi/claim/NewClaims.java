package dev.kompox.driver.csi.claim;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.manifest.id.AppId;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.dsl.Resource;

/** Makes claims in the namespaces of apps. */
public record NewClaims(ClusterConnection cluster, Namespaces namespaces) {

    /**
     * Make a claim.
     *
     * @return its UID
     * @throws DriverException {@code Conflict} if one of that name is there already
     */
    public String create(AppId app, String name, NewClaim claim) {
        return cluster.ask("making claim " + name, () -> resource(app, name, claim).create())
                .getMetadata()
                .getUid();
    }

    /**
     * Refuse a claim that could not be made, e.g. because a quota is used up. Makes nothing.
     *
     * @throws DriverException {@code Quota} or {@code Denied}
     */
    public void expectPossible(AppId app, String name, NewClaim claim) {
        try {
            cluster.tell(
                    "making claim " + name, () -> resource(app, name, claim).dryRun().create());
        } catch (DriverException e) {
            // whatever else keeps a trial from being made may concern the trial alone
            if (e.category() instanceof Category.Quota || e.category() instanceof Category.Denied) {
                throw e;
            }
        }
    }

    /** Tell whether there is a claim of a name, whosever it is. */
    public boolean taken(AppId app, String name) {
        var all = cluster.client().persistentVolumeClaims().inNamespace(namespaces.of(app));
        return cluster.ask("reading claim " + name, () -> all.withName(name).get()) != null;
    }

    private Resource<PersistentVolumeClaim> resource(AppId app, String name, NewClaim claim) {
        return cluster.client()
                .persistentVolumeClaims()
                .resource(claim.of(namespaces.of(app), name));
    }
}
