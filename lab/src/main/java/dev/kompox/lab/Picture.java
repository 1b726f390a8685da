package dev.kompox.lab;

import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.place.Reach;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.driver.snapshot.SnapshotState;
import dev.kompox.lab.tree.Tree;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A snapshot as the world has it; guarded by its world. */
final class Picture {

    final SnapshotRef ref;
    final String nativeId;
    final DiskName disk;
    final List<VolumeName> members;
    final Consistency consistency;
    final @Nullable ByteSize size;
    final Tree tree;
    final Instant createdAt;
    final Instant usableAt;
    final SequencedMap<String, String> tags;
    @Nullable String problem;
    boolean complete;

    Picture(
            SnapshotRef ref,
            Drive drive,
            List<VolumeName> members,
            Consistency consistency,
            Instant createdAt,
            Instant usableAt,
            SequencedMap<String, String> tags) {
        this.ref = ref;
        this.nativeId = Tags.nativeId(ref);
        this.disk = drive.ref.name();
        this.members = members;
        this.consistency = consistency;
        this.tree = drive.tree.copy();
        this.size = drive.size;
        this.createdAt = createdAt;
        this.usableAt = usableAt;
        this.tags = tags;
    }

    String operation() {
        return tags.getOrDefault(Tags.OPERATION, "");
    }

    boolean usable(Instant now) {
        return problem == null && complete && !now.isBefore(usableAt);
    }

    Snapshot seen(Location location, Instant now, Reach.When when) {
        SnapshotState state;
        if (problem != null) {
            state = new SnapshotState.Failed(problem);
        } else {
            state = usable(now) ? new SnapshotState.Usable() : new SnapshotState.Creating();
        }
        return new Snapshot(
                ref,
                nativeId,
                location,
                disk,
                members,
                consistency,
                size == null ? new ByteSize(tree.bytes()) : size,
                state,
                new Reach(List.of(location), when),
                createdAt,
                tags);
    }
}
