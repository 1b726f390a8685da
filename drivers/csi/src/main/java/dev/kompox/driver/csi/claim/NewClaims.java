package dev.kompox.driver.csi.claim;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.manifest.id.AppId;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;

/**
 * Makes claims in the namespaces of apps.
 *
 * @param cluster where
 * @param namespaces which namespace is whose
 */
public record NewClaims(ClusterConnection cluster, Namespaces namespaces) {

    /**
     * Make a claim.
     *
     * @return its UID
     * @throws DriverException {@code Conflict} if one of that name is there already
     */
    public String create(AppId app, String name, NewClaim claim) {
        PersistentVolumeClaim wanted = claim.of(namespaces.of(app), name);
        return cluster.ask(
                        "making claim " + name,
                        () -> cluster.client().persistentVolumeClaims().resource(wanted).create())
                .getMetadata()
                .getUid();
    }

    /**
     * Refuse a claim that could not be made, e.g. because a quota is used up. Makes nothing.
     *
     * @throws DriverException {@code Quota} or {@code Denied}
     */
    public void expectPossible(AppId app, String name, NewClaim claim) {
        PersistentVolumeClaim wanted = claim.of(namespaces.of(app), name);
        try {
            cluster.tell(
                    "making claim " + name,
                    () ->
                            cluster.client()
                                    .persistentVolumeClaims()
                                    .resource(wanted)
                                    .dryRun()
                                    .create());
        } catch (DriverException e) {
            // whatever else keeps a trial from being made may concern the trial alone
            if (e.category() instanceof Category.Quota || e.category() instanceof Category.Denied) {
                throw e;
            }
        }
    }

    /** Tell whether there is a claim of a name, whosever it is. */
    public boolean taken(AppId app, String name) {
        return cluster.ask(
                        "reading claim " + name,
                        () ->
                                cluster.client()
                                        .persistentVolumeClaims()
                                        .inNamespace(namespaces.of(app))
                                        .withName(name)
                                        .get())
                != null;
    }
}
