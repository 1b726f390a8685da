package dev.kompox.driver.csi.claim;

import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.manifest.id.AppId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The claims and volumes that are snapshots of an app.
 *
 * <p>A set of them is complete from the moment when the first is marked so, which happens when all
 * have been copied: one write of the cluster decides, and no reader sees a part of a set.
 */
public record SnapshotClaims(Claims claims) {

    /** List the snapshots of an app, in no particular order. */
    public List<SnapshotClaim> list(AppId app) {
        List<Claim> all = claims.list(app, Keys.SNAPSHOT);
        Set<String> complete =
                all.stream()
                        .filter(Claim::complete)
                        .map(SnapshotClaims::set)
                        .collect(Collectors.toSet());
        return all.stream()
                .map(one -> new SnapshotClaim(one, complete.contains(set(one))))
                .toList();
    }

    private static String set(Claim one) {
        return one.annotation(Keys.SNAPSHOT) + " by " + one.annotation(Keys.OPERATION);
    }

    /** List those of a name. */
    public List<SnapshotClaim> of(AppId app, SnapshotName name) {
        return list(app).stream().filter(one -> one.ref().name().equals(name)).toList();
    }

    /** Find one that must be there; {@code NotFound} otherwise. */
    public SnapshotClaim get(SnapshotRef ref) {
        return list(ref.app()).stream()
                .filter(one -> one.ref().equals(ref))
                .max(Comparator.comparing(one -> one.claim().claim() != null))
                .orElseThrow(() -> absent("snapshot " + ref));
    }

    /** Say that something is not there. */
    public static DriverException absent(String what) {
        return new DriverException(
                new Category.NotFound(), "there is no " + what, "kompox snapshot list");
    }
}
