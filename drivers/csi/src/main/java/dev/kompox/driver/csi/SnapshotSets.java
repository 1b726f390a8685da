package dev.kompox.driver.csi;

import dev.kompox.driver.csi.claim.SnapshotClaim;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.snapshot.SnapshotSpec;
import java.util.HashSet;
import java.util.List;

/** What is there under the name of a set, compared with what is wanted. */
final class SnapshotSets {

    private SnapshotSets() {}

    /** Return the volumes of a set, in its order. */
    static List<VolumeName> members(SnapshotSpec spec) {
        return spec.disks().stream().map(DiskRef::volume).toList();
    }

    /**
     * Tell whether a set is there already.
     *
     * @throws DriverException {@code Conflict} if one of this name was made by another operation or
     *     of other disks
     */
    static boolean complete(SnapshotSpec spec, List<SnapshotClaim> there, String operation) {
        List<SnapshotClaim> whole = whole(there);
        for (SnapshotClaim one : whole) {
            boolean same =
                    one.operation().equals(operation)
                            && spec.disks().contains(one.disk())
                            && new HashSet<>(members(spec)).equals(new HashSet<>(one.members()));
            if (!same) {
                throw taken(spec, one);
            }
        }
        return whole.stream().map(SnapshotClaim::ref).distinct().count() == spec.disks().size();
    }

    /**
     * Refuse a name under which a set is there, whoever made it.
     *
     * @throws DriverException {@code Conflict}
     */
    static void expectFree(SnapshotSpec spec, List<SnapshotClaim> there) {
        whole(there).stream()
                .findFirst()
                .ifPresent(one -> {
                    throw taken(spec, one);
                });
    }

    private static List<SnapshotClaim> whole(List<SnapshotClaim> there) {
        return there.stream().filter(one -> one.complete() && !one.claim().deleting()).toList();
    }

    private static DriverException taken(SnapshotSpec spec, SnapshotClaim found) {
        return new DriverException(
                new Category.Conflict(
                        "of " + spec.disks(),
                        "of "
                                + found.disk()
                                + " in a set of "
                                + found.members()
                                + ", by "
                                + found.operation()),
                "there is a snapshot "
                        + found.ref()
                        + " already, of disk "
                        + found.disk().name()
                        + ", taken "
                        + found.claim().created(),
                "Choose another name, or: kompox snapshot delete " + spec.name());
    }
}
