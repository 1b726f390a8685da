package dev.kompox.cli.fake;

import dev.kompox.driver.Snapshots;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.place.Reach;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.driver.snapshot.SnapshotSpec;
import dev.kompox.driver.snapshot.SnapshotState;
import dev.kompox.manifest.id.AppId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Keep snapshots in memory. */
public final class FakeSnapshots implements Snapshots {

    private final List<Snapshot> all = new ArrayList<>();

    /** Let there be a restore point of volume db. */
    public void there(AppId app, String name) {
        all.add(
                snapshot(
                        new SnapshotRef(app, new VolumeName("db"), new SnapshotName(name)),
                        new DiskName("main"),
                        List.of(new VolumeName("db")),
                        Consistency.STOPPED));
    }

    @Override
    public synchronized List<Snapshot> ensure(SnapshotSpec spec, Call call) {
        List<Snapshot> made = new ArrayList<>();
        for (DiskRef disk : spec.disks()) {
            made.add(
                    snapshot(
                            new SnapshotRef(disk.app(), disk.volume(), spec.name()),
                            disk.name(),
                            spec.disks().stream().map(DiskRef::volume).toList(),
                            spec.consistency()));
        }
        all.addAll(made);
        return made;
    }

    @Override
    public synchronized List<Snapshot> awaitUsable(AppId app, SnapshotName name, Call call) {
        return all.stream().filter(each -> each.ref().name().equals(name)).toList();
    }

    @Override
    public synchronized List<Snapshot> list(AppId app) {
        return List.copyOf(all);
    }

    @Override
    public synchronized void delete(AppId app, SnapshotName name, Call call) {
        all.removeIf(each -> each.ref().name().equals(name));
    }

    private static Snapshot snapshot(
            SnapshotRef ref, DiskName disk, List<VolumeName> members, Consistency consistency) {
        return new Snapshot(
                ref,
                "shop_" + ref.volume() + ".snapshot." + ref.name(),
                FakePlace.HERE,
                disk,
                members,
                consistency,
                null,
                new SnapshotState.Usable(),
                new Reach(List.of(FakePlace.HERE), Reach.When.AT_ONCE),
                FakePlace.made(),
                new LinkedHashMap<>());
    }
}
