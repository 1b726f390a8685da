package dev.kompox.driver.docker.storage;

import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.VolumeInfo;
import dev.kompox.driver.docker.storage.Book.SnapshotEntry;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.place.Reach;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.driver.snapshot.SnapshotState;
import dev.kompox.manifest.id.AppId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** See an app's snapshots: what the ledger says, and what was begun and never completed. */
final class SnapshotView {

    private final Engine engine;
    private final Location location;

    SnapshotView(Engine engine, Location location) {
        this.engine = engine;
        this.location = location;
    }

    List<Snapshot> list(AppId app, Book book) {
        Map<String, VolumeInfo> volumes = new LinkedHashMap<>();
        List<String> filter = List.of(Tags.APP + "=" + app, Tags.KIND + "=" + Tags.KIND_SNAPSHOT);
        engine.volumes(Map.of("label", filter))
                .forEach(volume -> volumes.put(volume.name(), volume));
        List<Snapshot> snapshots = new ArrayList<>();
        book.snapshots()
                .forEach((text, entry) -> {
                    boolean there = volumes.remove(entry.nativeId()) != null;
                    SnapshotState state =
                            there
                                    ? new SnapshotState.Usable()
                                    : new SnapshotState.Failed(
                                            "its volume "
                                                    + entry.nativeId()
                                                    + " was removed by somebody else");
                    snapshots.add(snapshot(ref(app, text), entry, state));
                });
        volumes.values().forEach(volume -> snapshots.add(halfMade(app, volume)));
        snapshots.sort(
                Comparator.comparing(Snapshot::createdAt)
                        .reversed()
                        .thenComparing(one -> one.ref().name())
                        .thenComparing(one -> one.ref().volume()));
        return snapshots;
    }

    private Snapshot halfMade(AppId app, VolumeInfo volume) {
        Map<String, String> labels = volume.labels();
        SnapshotEntry entry =
                new SnapshotEntry(
                        volume.name(),
                        labels.getOrDefault(Tags.DISK, "main"),
                        labels.getOrDefault(Tags.MEMBERS, ""),
                        labels.getOrDefault(Tags.CONSISTENCY, Consistency.CRASH_EACH.word()),
                        labels.getOrDefault(Tags.OPERATION, ""),
                        Instant.parse(labels.getOrDefault(Tags.CREATED, Instant.EPOCH.toString())),
                        0);
        SnapshotRef ref =
                new SnapshotRef(
                        app,
                        new VolumeName(labels.getOrDefault(Tags.VOLUME, "unknown")),
                        new SnapshotName(labels.getOrDefault(Tags.SNAPSHOT, "unknown")));
        return snapshot(ref, entry, new SnapshotState.Creating());
    }

    private Snapshot snapshot(SnapshotRef ref, SnapshotEntry entry, SnapshotState state) {
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        tags.put(Tags.APP, ref.app().toString());
        tags.put(Tags.VOLUME, ref.volume().value());
        tags.put(Tags.SNAPSHOT, ref.name().value());
        tags.put(Tags.OPERATION, entry.operation());
        List<VolumeName> members =
                Arrays.stream(entry.members().split(","))
                        .filter(name -> !name.isEmpty())
                        .map(VolumeName::new)
                        .toList();
        return new Snapshot(
                ref,
                entry.nativeId(),
                location,
                new DiskName(entry.disk()),
                members,
                Consistency.ofWord(entry.consistency()),
                state instanceof SnapshotState.Usable ? new ByteSize(entry.bytes()) : null,
                state,
                new Reach(List.of(location), Reach.When.AT_ONCE),
                entry.created(),
                tags);
    }

    private static SnapshotRef ref(AppId app, String text) {
        int at = text.lastIndexOf('@');
        return new SnapshotRef(
                app,
                new VolumeName(text.substring(0, at)),
                new SnapshotName(text.substring(at + 1)));
    }
}
