package dev.kompox.cli.fake;

import dev.kompox.driver.Disks;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.Deletion;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskSpec;
import dev.kompox.driver.disk.DiskState;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.Trash;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.runtime.Slot;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.manifest.id.AppId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Keep disks in memory; the volumes of the app have one each as soon as they are known. */
public final class FakeDisks implements Disks {

    private final SequencedMap<String, Disk> all = new LinkedHashMap<>();
    private boolean there;

    /** Let every engine volume of the app have its disk. */
    public void there() {
        there = true;
    }

    synchronized void know(Workload workload) {
        workload.slots()
                .forEach((volume, slot) -> {
                    if (there && slot instanceof Slot.EngineVolume(String name, boolean _)) {
                        DiskRef ref = new DiskRef(workload.app(), volume, new DiskName("main"));
                        all.putIfAbsent(
                                ref.toString(), disk(ref, name, new Source.Blank(), true, null));
                    }
                });
    }

    @Override
    public synchronized Disk ensure(DiskSpec spec, Call call) {
        DiskRef ref = spec.ref();
        String id = "shop_" + ref.volume() + ".disk." + ref.name();
        return all.computeIfAbsent(ref.toString(), _ -> disk(ref, id, spec.source(), false, null));
    }

    @Override
    public synchronized Optional<Disk> find(DiskRef ref) {
        return Optional.ofNullable(all.get(ref.toString()));
    }

    @Override
    public synchronized List<Disk> list(AppId app) {
        return new ArrayList<>(all.sequencedValues());
    }

    @Override
    public synchronized Disk assign(DiskRef ref, Call call) {
        all.replaceAll((_, each) -> assigned(each, each.ref().equals(ref), ref.volume()));
        return get(ref);
    }

    @Override
    public synchronized Disk unassign(DiskRef ref, Call call) {
        all.replaceAll((_, each) ->
                each.ref().equals(ref)
                        ? disk(ref, each.nativeId(), each.source(), false, null)
                        : each);
        return get(ref);
    }

    @Override
    public Disk resize(DiskRef ref, ByteSize size, Call call) {
        throw new UnsupportedOperationException("disks have no size here");
    }

    @Override
    public synchronized void delete(DiskRef ref, Deletion how, Call call) {
        switch (how) {
            case Deletion.ForGood _ -> all.remove(ref.toString());
            case Deletion.ToTrash trash ->
                    all.computeIfPresent(
                            ref.toString(),
                            (_, each) ->
                                    disk(
                                            ref,
                                            each.nativeId(),
                                            each.source(),
                                            false,
                                            new Trash(
                                                    call.time().now(),
                                                    trash.until(),
                                                    call.token().operation())));
        }
    }

    @Override
    public synchronized Disk undelete(DiskRef ref, Call call) {
        Disk found = get(ref);
        Disk back = disk(ref, found.nativeId(), found.source(), found.assigned(), null);
        all.put(ref.toString(), back);
        return back;
    }

    private Disk get(DiskRef ref) {
        return find(ref).orElseThrow();
    }

    private static Disk assigned(Disk disk, boolean assigned, VolumeName volume) {
        return disk.ref().volume().equals(volume)
                ? disk(disk.ref(), disk.nativeId(), disk.source(), assigned, disk.trash())
                : disk;
    }

    private static Disk disk(
            DiskRef ref, String id, Source source, boolean assigned, @Nullable Trash trash) {
        return new Disk(
                ref,
                id,
                FakePlace.HERE,
                null,
                "local",
                source,
                new DiskState.Available(),
                assigned,
                trash,
                0,
                FakePlace.made(),
                new LinkedHashMap<>());
    }
}
