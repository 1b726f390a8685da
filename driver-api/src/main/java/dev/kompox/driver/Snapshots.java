package dev.kompox.driver;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotSpec;
import dev.kompox.manifest.id.AppId;
import java.util.List;

/**
 * Take, list and delete the snapshots of disks.
 *
 * <p>The promises of {@link Disks} hold here too.
 */
public interface Snapshots {

    /**
     * Make sure that a snapshot of each disk of a set exists under one name, and return them in the
     * order of the set.
     *
     * <p>What is complete is kept as it is, what a broken call left half made under the same token
     * is begun anew. They may still be {@code Creating}; see {@link #awaitUsable}. Whether all show
     * one instant is said by {@link Capabilities#groupedSnapshots()}; a driver does not stop or
     * freeze anything. Snapshots carry the names of all members, so that an incomplete set shows as
     * such.
     *
     * @throws dev.kompox.driver.failure.DriverException {@code Conflict} if a complete set of this
     *     name was made under another token or of other disks; {@code NotFound} if a disk is
     *     absent; {@code Quota} if there is no room (what this call began is removed)
     */
    List<Snapshot> ensure(SnapshotSpec spec, Call call);

    /**
     * Refuse now, while the app still runs, what {@link #ensure} would refuse once it is stopped.
     * Makes nothing.
     *
     * @param bytes what the disks occupy, as far as that is known
     * @throws dev.kompox.driver.failure.DriverException as {@link #ensure} does
     */
    default void expectPossible(SnapshotSpec spec, ByteSize bytes) {}

    /**
     * Wait until every snapshot of a name is usable.
     *
     * @throws dev.kompox.driver.failure.DriverException {@code NotFound}; {@code Corrupt} if one
     *     failed; {@code Transient} when the deadline passes first
     */
    List<Snapshot> awaitUsable(AppId app, SnapshotName name, Call call);

    /** List the snapshots of an app: newest first, ties by name, then by volume. */
    List<Snapshot> list(AppId app);

    /**
     * Delete the snapshots of a name for good. Disks made from them live on. What is absent is no
     * error.
     */
    void delete(AppId app, SnapshotName name, Call call);
}
