package dev.kompox.operations.place;

import dev.kompox.driver.Snapshots;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.place.Reach;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.driver.snapshot.SnapshotSpec;
import dev.kompox.driver.snapshot.SnapshotState;
import dev.kompox.manifest.id.AppId;
import dev.kompox.operations.place.MemoryState.Picture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The snapshots of a place in memory; a set is taken disk by disk, so that it can be cut off. */
record MemorySnapshots(MemoryState state) implements Snapshots {

    @Override
    public List<Snapshot> ensure(SnapshotSpec spec, Call call) {
        synchronized (state) {
            String by = call.token().operation();
            List<Snapshot> taken = new ArrayList<>();
            for (DiskRef disk : spec.disks()) {
                SnapshotRef ref = new SnapshotRef(spec.app(), disk.volume(), spec.name());
                Picture there = state.pictures.get(MemoryState.key(ref));
                if (there != null && !by.equals(there.seen().tags().get(MemoryState.TAG))) {
                    throw new DriverException(
                            new Category.Conflict(by, there.seen().tags().toString()),
                            "there is another snapshot " + ref);
                }
                if (there == null) {
                    state.noteWriters(disk, spec.consistency());
                    there = new Picture(seen(spec, ref, disk, by), bytes(disk));
                    state.pictures.put(MemoryState.key(ref), there);
                    state.midpoint();
                }
                taken.add(there.seen());
            }
            return taken;
        }
    }

    private List<String> bytes(DiskRef disk) {
        return List.copyOf(state.drive(disk).bytes);
    }

    private Snapshot seen(SnapshotSpec spec, SnapshotRef ref, DiskRef disk, String by) {
        List<VolumeName> members = spec.disks().stream().map(DiskRef::volume).toList();
        LinkedHashMap<String, String> tags = new LinkedHashMap<>();
        tags.put(MemoryState.TAG, by);
        return new Snapshot(
                ref,
                "native-" + ref,
                MemoryState.HERE,
                disk.name(),
                members,
                spec.consistency(),
                state.sizesUnknown ? null : new ByteSize(state.drive(disk).bytes.size()),
                new SnapshotState.Usable(),
                new Reach(List.of(MemoryState.HERE), Reach.When.AT_ONCE),
                state.tick(),
                tags);
    }

    @Override
    public List<Snapshot> awaitUsable(AppId app, SnapshotName name, Call call) {
        List<Snapshot> found =
                list(app).stream().filter(one -> one.ref().name().equals(name)).toList();
        if (found.isEmpty()) {
            throw new DriverException(new Category.NotFound(), "there is no snapshot " + name);
        }
        return found;
    }

    @Override
    public List<Snapshot> list(AppId app) {
        synchronized (state) {
            return state.pictures.values().stream().map(Picture::seen).toList();
        }
    }

    @Override
    public void delete(AppId app, SnapshotName name, Call call) {
        synchronized (state) {
            for (VolumeName volume : state.workload.slots().keySet()) {
                String key = MemoryState.key(new SnapshotRef(app, volume, name));
                if (state.pictures.remove(key) != null) {
                    state.midpoint();
                }
            }
        }
    }
}
