package dev.kompox.lab;

import dev.kompox.driver.Bytes;
import dev.kompox.driver.bytes.HelperSession;
import dev.kompox.driver.bytes.Mount;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.lab.fault.Faults;
import dev.kompox.lab.tree.Tree;
import dev.kompox.manifest.id.AppId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The bytes of a world's disks and snapshots, seen from one process. */
record LabBytes(LabWorld world, Faults faults) implements Bytes {

    @Override
    public HelperSession open(List<Mount> mounts, Call call) {
        return faults.call(
                "bytes.open",
                _ -> {
                    SequencedMap<String, Mounted> mounted = new LinkedHashMap<>();
                    synchronized (world) {
                        mounts.forEach(mount -> mounted.put(mount.at(), mounted(mount)));
                    }
                    return new LabHelperSession(world, faults, mounted);
                });
    }

    private Mounted mounted(Mount mount) {
        return switch (mount.what()) {
            case Mount.OfDisk(DiskRef ref) -> {
                Drive drive = world.storage.drive(ref);
                yield new Mounted(drive.tree, drive.size, mount.readOnly());
            }
            case Mount.OfSnapshot(SnapshotRef ref) ->
                    new Mounted(world.storage.picture(ref).tree, null, true);
        };
    }

    @Override
    public SequencedMap<String, ByteSize> usage(AppId app, Call call) {
        return faults.call(
                "bytes.usage",
                _ -> {
                    SequencedMap<String, ByteSize> usage = new LinkedHashMap<>();
                    Faults silent = Faults.none();
                    for (Disk disk : new LabDisks(world, silent).list(app)) {
                        put(usage, disk.nativeId());
                    }
                    for (Snapshot snapshot : new LabSnapshots(world, silent).list(app)) {
                        put(usage, snapshot.nativeId());
                    }
                    return usage;
                });
    }

    private void put(SequencedMap<String, ByteSize> usage, String nativeId) {
        synchronized (world) {
            world.storage
                    .tree(nativeId)
                    .map(Tree::bytes)
                    .ifPresent(bytes -> usage.put(nativeId, new ByteSize(bytes)));
        }
    }
}
