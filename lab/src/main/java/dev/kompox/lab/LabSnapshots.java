package dev.kompox.lab;

import dev.kompox.driver.Snapshots;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.place.Reach;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.driver.snapshot.SnapshotSpec;
import dev.kompox.driver.snapshot.SnapshotState;
import dev.kompox.lab.fault.Faults;
import dev.kompox.lab.fault.Passage;
import dev.kompox.manifest.id.AppId;
import java.util.Comparator;
import java.util.List;

/** The snapshots of a world, seen from one process. */
record LabSnapshots(LabWorld world, Faults faults) implements Snapshots {

    @Override
    public List<Snapshot> ensure(SnapshotSpec spec, Call call) {
        return faults.call(
                "snapshots.ensure",
                passage -> {
                    synchronized (world) {
                        new SnapshotTaking(world).ensure(spec, call, passage);
                        return spec.disks().stream()
                                .map(disk -> seen(world.storage.picture(ref(spec, disk))))
                                .toList();
                    }
                });
    }

    @Override
    public void expectPossible(SnapshotSpec spec, ByteSize bytes) {
        faults.run(
                "snapshots.expectPossible",
                _ -> {
                    synchronized (world) {
                        new SnapshotTaking(world).expectPossible(spec, bytes);
                    }
                });
    }

    static SnapshotRef ref(SnapshotSpec spec, DiskRef disk) {
        return new SnapshotRef(spec.app(), disk.volume(), spec.name());
    }

    private Snapshot seen(Picture picture) {
        boolean atOnce = world.traits.snapshotTakes().isZero();
        return picture.seen(
                world.location,
                world.time.now(),
                atOnce ? Reach.When.AT_ONCE : Reach.When.WHEN_COMPLETED);
    }

    @Override
    public List<Snapshot> awaitUsable(AppId app, SnapshotName name, Call call) {
        return faults.call(
                "snapshots.awaitUsable",
                _ -> {
                    while (true) {
                        List<Snapshot> set = set(app, name);
                        if (set.stream()
                                .allMatch(one -> one.state() instanceof SnapshotState.Usable)) {
                            return set;
                        }
                        if (call.expired()) {
                            throw Refusal.late("waiting for snapshot " + name);
                        }
                        Waiting.poll("waiting for snapshot " + name, call);
                    }
                });
    }

    /** Return the snapshots of a name, none of which has failed. */
    private List<Snapshot> set(AppId app, SnapshotName name) {
        List<Snapshot> set =
                seen(app).stream().filter(one -> one.ref().name().equals(name)).toList();
        if (set.isEmpty()) {
            throw Refusal.absent("snapshot " + name);
        }
        for (Snapshot one : set) {
            if (one.state() instanceof SnapshotState.Failed(String problem)) {
                throw corrupt(one, problem);
            }
        }
        synchronized (world) {
            for (Snapshot one : set) {
                // nobody is making it any more, so there is nothing to wait for
                if (!world.storage.picture(one.ref()).complete) {
                    throw corrupt(one, "it was never completed");
                }
            }
        }
        return set;
    }

    private static DriverException corrupt(Snapshot snapshot, String problem) {
        return new DriverException(
                new Category.Corrupt(),
                "snapshot " + snapshot.ref() + " cannot be used: " + problem,
                "kompox snapshot delete " + snapshot.ref().name());
    }

    @Override
    public List<Snapshot> list(AppId app) {
        return faults.call("snapshots.list", _ -> seen(app));
    }

    private List<Snapshot> seen(AppId app) {
        synchronized (world) {
            return world.storage.pictures(app).stream()
                    .map(this::seen)
                    .sorted(
                            Comparator.comparing(Snapshot::createdAt)
                                    .reversed()
                                    .thenComparing(one -> one.ref().name())
                                    .thenComparing(one -> one.ref().volume()))
                    .toList();
        }
    }

    @Override
    public void delete(AppId app, SnapshotName name, Call call) {
        faults.run(
                "snapshots.delete",
                passage -> {
                    synchronized (world) {
                        delete(app, name, passage);
                    }
                });
    }

    private void delete(AppId app, SnapshotName name, Passage passage) {
        for (Picture picture : world.storage.pictures(app)) {
            if (picture.ref.name().equals(name)) {
                world.storage.remove(picture.ref);
                passage.cut();
            }
        }
    }
}
