package dev.kompox.driver.csi;

import dev.kompox.driver.Snapshots;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.claim.SnapshotClaims;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotSpec;
import dev.kompox.driver.snapshot.SnapshotState;
import dev.kompox.manifest.id.AppId;
import java.util.ArrayList;
import java.util.List;

/** The snapshots of apps on a cluster: claims beside those of their disks, with copies of them. */
record CsiSnapshots(
        SnapshotClaims claims, SnapshotMaker maker, SnapshotRemoval removal, SnapshotView view)
        implements Snapshots {

    @Override
    public List<Snapshot> ensure(SnapshotSpec spec, Call call) {
        maker.ensure(spec, call);
        List<Snapshot> there = of(spec.app(), spec.name());
        return SnapshotSets.members(spec).stream()
                .flatMap(volume -> there.stream().filter(one -> one.ref().volume().equals(volume)))
                .toList();
    }

    @Override
    public void expectPossible(SnapshotSpec spec, ByteSize bytes) {
        maker.expectPossible(spec);
    }

    @Override
    public List<Snapshot> awaitUsable(AppId app, SnapshotName name, Call call) {
        List<Snapshot> set = of(app, name);
        if (set.isEmpty()) {
            throw SnapshotClaims.absent("snapshot " + name);
        }
        expectAll(set, name);
        for (Snapshot one : set) {
            // copies are whole when their set is complete, so there is nothing to wait for
            if (!(one.state() instanceof SnapshotState.Usable)) {
                throw new DriverException(
                        new Category.Corrupt(),
                        "snapshot "
                                + one.ref()
                                + (one.state() instanceof SnapshotState.Failed(String problem)
                                        ? " cannot be used: " + problem
                                        : " is not complete"),
                        "kompox snapshot delete " + name);
            }
        }
        return set;
    }

    private static void expectAll(List<Snapshot> set, SnapshotName name) {
        List<VolumeName> missing = new ArrayList<>(set.getFirst().members());
        set.forEach(one -> missing.remove(one.ref().volume()));
        if (!missing.isEmpty()) {
            throw new DriverException(
                    new Category.Corrupt(),
                    "snapshot " + missing.getFirst() + "@" + name + " is missing",
                    "kompox snapshot delete " + name);
        }
    }

    private List<Snapshot> of(AppId app, SnapshotName name) {
        return list(app).stream().filter(one -> one.ref().name().equals(name)).toList();
    }

    @Override
    public List<Snapshot> list(AppId app) {
        return view.list(claims.list(app));
    }

    @Override
    public void delete(AppId app, SnapshotName name, Call call) {
        removal.run(app, name, _ -> true, call);
    }
}
