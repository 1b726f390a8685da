package dev.kompox.driver.disk;

import dev.kompox.driver.place.Location;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Describe a disk as it was found.
 *
 * @param ref whose, of which volume, under which name
 * @param nativeId the provider's own id, e.g. a Docker volume's name
 * @param location where it is
 * @param size its capacity; null where disks share a filesystem and have none of their own
 * @param storageClass the provider's kind of disk
 * @param source what it was made from, as far as its tags say
 * @param state what it is doing
 * @param assigned whether the app's volume finds this disk; exactly one disk of a volume is
 * @param trash since and until when it is in the trash, null if it is not
 * @param epoch the epoch of the app's ownership under which it was made, 0 if before any
 * @param createdAt when it was made
 * @param tags the provider's tags that are Kompox's, in a stable order
 */
public record Disk(
        DiskRef ref,
        String nativeId,
        Location location,
        @Nullable ByteSize size,
        String storageClass,
        Source source,
        DiskState state,
        boolean assigned,
        @Nullable Trash trash,
        long epoch,
        Instant createdAt,
        SequencedMap<String, String> tags) {

    /** Copies the tags. */
    public Disk {
        tags = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tags));
    }
}
