package dev.kompox.driver.snapshot;

import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.place.Reach;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Describe the snapshot of one volume as it was found.
 *
 * @param ref whose, of which volume, under which name
 * @param nativeId the provider's own id
 * @param location where it is kept
 * @param disk the disk it was taken of
 * @param members the volumes of the restore point it belongs to; the point is complete when each
 *     has a usable snapshot
 * @param consistency what it promises
 * @param size the bytes a disk made from it will hold; null if the provider does not say
 * @param state whether it can be used
 * @param reach where a disk can be made from it, and when
 * @param createdAt the instant it shows
 * @param tags the provider's tags that are Kompox's, in a stable order
 */
public record Snapshot(
        SnapshotRef ref,
        String nativeId,
        Location location,
        DiskName disk,
        List<VolumeName> members,
        Consistency consistency,
        @Nullable ByteSize size,
        SnapshotState state,
        Reach reach,
        Instant createdAt,
        SequencedMap<String, String> tags) {

    /** Copies the members and tags. */
    public Snapshot {
        members = List.copyOf(members);
        tags = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tags));
    }
}
