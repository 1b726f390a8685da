package dev.kompox.operations.plan;

import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gather the snapshots that were taken together.
 *
 * @param name the name they share
 * @param snapshots one per volume, by volume
 */
public record RestorePoint(SnapshotName name, List<Snapshot> snapshots) {

    /** Copies the list. */
    public RestorePoint {
        snapshots = List.copyOf(snapshots);
    }

    /** Group snapshots by name: newest first, ties by name. */
    public static List<RestorePoint> group(List<Snapshot> snapshots) {
        Map<SnapshotName, List<Snapshot>> byName = new LinkedHashMap<>();
        for (Snapshot snapshot : snapshots) {
            byName.computeIfAbsent(snapshot.ref().name(), _ -> new ArrayList<>()).add(snapshot);
        }
        List<RestorePoint> points = new ArrayList<>();
        byName.forEach((name, members) -> {
            members.sort(Comparator.comparing(member -> member.ref().volume()));
            points.add(new RestorePoint(name, members));
        });
        points.sort(
                Comparator.comparing(RestorePoint::takenAt)
                        .reversed()
                        .thenComparing(RestorePoint::name));
        return points;
    }

    /** Return the instant it shows: that of its newest member. */
    public Instant takenAt() {
        return snapshots.stream()
                .map(Snapshot::createdAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Return the volumes it holds, in order. */
    public List<VolumeName> volumes() {
        return snapshots.stream().map(snapshot -> snapshot.ref().volume()).toList();
    }

    /** Return the volumes it should hold and does not, or not usably. */
    public List<VolumeName> missing() {
        List<VolumeName> missing = new ArrayList<>(snapshots.getFirst().members());
        for (Snapshot snapshot : snapshots) {
            if (snapshot.state() instanceof SnapshotState.Usable) {
                missing.remove(snapshot.ref().volume());
            }
        }
        return missing;
    }

    /** Tell whether every member is there and usable. */
    public boolean complete() {
        return missing().isEmpty();
    }

    /** Return the weakest promise of its members. */
    public Consistency consistency() {
        return snapshots.stream()
                .map(Snapshot::consistency)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Return the members' native ids. */
    public List<String> nativeIds() {
        return snapshots.stream().map(Snapshot::nativeId).toList();
    }
}
