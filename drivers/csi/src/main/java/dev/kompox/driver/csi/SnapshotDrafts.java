package dev.kompox.driver.csi;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.claim.Claim;
import dev.kompox.driver.csi.claim.Claims;
import dev.kompox.driver.csi.claim.Condition;
import dev.kompox.driver.csi.claim.NewClaim;
import dev.kompox.driver.csi.name.AppNames;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.driver.snapshot.SnapshotSpec;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The claims that snapshots need, before they are made.
 *
 * @param storageClass returns a class that the cluster has, from the name of one, empty for the
 *     default; fails if there is none
 */
record SnapshotDrafts(Claims claims, UnaryOperator<String> storageClass) {

    /**
     * Find the disks of a set, in its order.
     *
     * @throws DriverException {@code NotFound}; {@code Invalid} if one is not complete
     */
    List<Claim> sources(SnapshotSpec spec) {
        List<Claim> sources = spec.disks().stream().map(claims::get).toList();
        sources.forEach(disk -> Condition.of(disk).expectWhole(disk.usable()));
        return sources;
    }

    /**
     * Return the claim of a snapshot: of its disk's class, and no smaller.
     *
     * @param annotations what it bears
     */
    NewClaim claim(SnapshotSpec spec, Claim disk, SequencedMap<String, String> annotations) {
        return new NewClaim(
                AppNames.labels(ref(spec, disk)),
                annotations,
                storageClass.apply(disk.storageClass()),
                Objects.requireNonNull(disk.size()));
    }

    /** Return what the claim of a snapshot bears, which shows its disk at an instant. */
    static SequencedMap<String, String> annotations(
            SnapshotSpec spec, Claim disk, Instant instant, Call call) {
        SequencedMap<String, String> all = AppNames.annotations(spec.app(), call);
        all.put(Keys.CREATED, instant.toString());
        all.put(Keys.VOLUME, disk.ref().volume().value());
        all.put(Keys.SNAPSHOT, spec.name().value());
        all.put(Keys.SNAPSHOT_OF, disk.ref().name().value());
        all.put(
                Keys.MEMBERS,
                SnapshotSets.members(spec).stream()
                        .map(VolumeName::value)
                        .collect(Collectors.joining(",")));
        all.put(Keys.CONSISTENCY, spec.consistency().word());
        return all;
    }

    static SnapshotRef ref(SnapshotSpec spec, Claim disk) {
        return new SnapshotRef(spec.app(), disk.ref().volume(), spec.name());
    }
}
