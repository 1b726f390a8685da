package dev.kompox.driver.csi.claim;

import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A snapshot as a cluster has it: a claim beside that of the disk it was copied from.
 *
 * @param claim the claim with its volume
 * @param complete whether its set has been completed
 */
public record SnapshotClaim(Claim claim, boolean complete) {

    /** Return which snapshot it is. */
    public SnapshotRef ref() {
        return new SnapshotRef(
                claim.app(),
                new VolumeName(claim.annotation(Keys.VOLUME)),
                new SnapshotName(claim.annotation(Keys.SNAPSHOT)));
    }

    /** Return the disk that it was taken of. */
    public DiskRef disk() {
        return new DiskRef(
                claim.app(),
                new VolumeName(claim.annotation(Keys.VOLUME)),
                new DiskName(claim.annotation(Keys.SNAPSHOT_OF)));
    }

    /** Return the volumes of its set. */
    public List<VolumeName> members() {
        return Stream.of(claim.annotation(Keys.MEMBERS).split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(VolumeName::new)
                .toList();
    }

    /** Return what it promises; the least if that cannot be read. */
    public Consistency consistency() {
        String word = claim.annotation(Keys.CONSISTENCY);
        return Stream.of(Consistency.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(Consistency.CRASH_EACH);
    }

    /** Return the operation that made it. */
    public String operation() {
        return claim.annotation(Keys.OPERATION);
    }

    /** Return the bytes that it holds, if they were counted. */
    public Optional<ByteSize> bytes() {
        try {
            return Optional.of(new ByteSize(Long.parseLong(claim.annotation(Keys.BYTES))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
