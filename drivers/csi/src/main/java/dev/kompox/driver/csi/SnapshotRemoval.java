package dev.kompox.driver.csi;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.claim.Namespaces;
import dev.kompox.driver.csi.claim.Purge;
import dev.kompox.driver.csi.claim.SnapshotClaim;
import dev.kompox.driver.csi.claim.SnapshotClaims;
import dev.kompox.driver.csi.claim.Users;
import dev.kompox.driver.csi.helper.Helpers;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.manifest.id.AppId;
import java.util.List;
import java.util.function.Predicate;

/** Removes snapshots, whole ones and half made ones, with their volumes. */
record SnapshotRemoval(
        SnapshotClaims snapshots,
        Namespaces namespaces,
        Users users,
        Helpers helpers,
        Purge purge) {

    /**
     * Remove those of a name and wait until they are gone. Only one process works on an app at a
     * time, so helpers that are found writing to one have no maker any more.
     *
     * @param which those to remove
     * @throws DriverException {@code InUse} if somebody else uses one; nothing has changed then
     */
    void run(AppId app, SnapshotName name, Predicate<SnapshotClaim> which, Call call) {
        List<SnapshotClaim> going = snapshots.of(app, name).stream().filter(which).toList();
        if (going.isEmpty()) {
            return;
        }
        List<Users.User> using =
                going.stream()
                        .filter(one -> one.claim().claim() != null)
                        .flatMap(one ->
                                users.of(namespaces.of(app), one.claim().nativeId()).stream())
                        .toList();
        refuseHeld(app, name, using);
        using.stream().filter(Users.User::writes).forEach(user -> helpers.remove(user.pod()));
        purge.run(
                app,
                going.stream().map(SnapshotClaim::claim).toList(),
                "snapshot " + name,
                () -> snapshots.of(app, name).stream().anyMatch(which),
                call);
    }

    /**
     * Remove what a call that failed has begun; if that fails too, the failure tells.
     *
     * @param begun the ids of the claims that it has made
     */
    void discard(
            AppId app, SnapshotName name, List<String> begun, RuntimeException because, Call call) {
        try {
            run(app, name, one -> begun.contains(one.claim().uid()), call);
        } catch (DriverException e) {
            because.addSuppressed(e);
        }
    }

    private void refuseHeld(AppId app, SnapshotName name, List<Users.User> using) {
        List<String> holders =
                using.stream()
                        .filter(user -> !user.helper())
                        .map(user -> "pod " + user.name())
                        .toList();
        if (!holders.isEmpty()) {
            throw new DriverException(
                    new Category.InUse(holders),
                    "snapshot " + name + " is in use by " + String.join(", ", holders),
                    "kubectl -n " + namespaces.of(app) + " get pods");
        }
    }
}
