package dev.kompox.driver;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.Deletion;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskSpec;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.manifest.id.AppId;
import java.util.List;
import java.util.Optional;

/**
 * Make, find, assign and remove the disks of apps.
 *
 * <p>Promises of every method: it is idempotent for one token; it finds what is its own by tag and
 * never touches a thing without the right tags; it answers "absent" only after a complete,
 * successful read; it fails with a {@link DriverException} whose category is true; it does not
 * retry, print, or choose.
 */
public interface Disks {

    /**
     * Make sure that a disk exists as described, and return it usable.
     *
     * <p>If a disk of this ref exists and agrees with the spec (source, location, class, at least
     * the size) it is returned, whoever made it; one that a broken call left half made is
     * completed. The new disk is not assigned. After a failure either nothing is left, or something
     * that the next call with the same spec adopts and that {@link #delete} removes; until it is
     * complete it is never reported as {@code Available}.
     *
     * @throws DriverException {@code Conflict} if a disk of this ref exists otherwise or a foreign
     *     thing has the name it needs; {@code NotFound} if the source is absent; {@code InUse} if
     *     somebody may be writing to the source; {@code Quota} if there is no room (nothing is left
     *     behind); {@code Invalid} if the source cannot be used there
     */
    Disk ensure(DiskSpec spec, Call call);

    /**
     * Find a disk, in the trash or not.
     *
     * @return the disk, or empty if a complete read proved it absent
     */
    Optional<Disk> find(DiskRef ref);

    /**
     * List the disks of an app, those in the trash too: newest first, ties by volume, then name.
     *
     * <p>The disk that the app's volume finds is always listed, even if Kompox did not make it.
     */
    List<Disk> list(AppId app);

    /**
     * Make a disk the one that its app's volume finds.
     *
     * <p>Afterwards the runtime, and anybody who uses the provider without Kompox, finds this
     * disk's bytes under the volume; the disk assigned before keeps its name and its bytes and is
     * unassigned. Assigning what is assigned changes nothing. The change is one step for the data:
     * after any crash the volume finds the whole of the one or the whole of the other, and the same
     * call completes what was begun.
     *
     * @return the disk, assigned
     * @throws DriverException {@code InUse} if somebody holds either disk (nothing has changed);
     *     {@code NotFound}; {@code Invalid} if the disk is in the trash or not complete
     */
    Disk assign(DiskRef ref, Call call);

    /**
     * Take the assigned disk away from its app's volume.
     *
     * <p>Afterwards the volume finds no disk, as before the app's first start; the disk keeps its
     * name and its bytes. A disk that is not assigned is returned as it is. What {@link #assign}
     * says about crashes holds here too.
     *
     * @throws DriverException {@code InUse} if somebody holds the disk (nothing has changed);
     *     {@code NotFound}
     */
    Disk unassign(DiskRef ref, Call call);

    /**
     * Let a disk grow to at least a size.
     *
     * @throws DriverException {@code Unsupported} where disks have no size of their own; {@code
     *     Invalid} to shrink
     */
    Disk resize(DiskRef ref, ByteSize size, Call call);

    /**
     * Delete a disk. Deleting what is absent, or putting into the trash what is there, succeeds and
     * keeps the earlier term.
     *
     * @throws DriverException {@code InUse} if it is assigned or held
     */
    void delete(DiskRef ref, Deletion how, Call call);

    /**
     * Take a disk out of the trash. One that is not in the trash is returned as it is.
     *
     * @throws DriverException {@code NotFound} if it is gone for good
     */
    Disk undelete(DiskRef ref, Call call);
}
