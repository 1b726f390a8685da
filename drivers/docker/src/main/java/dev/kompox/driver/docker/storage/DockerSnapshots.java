package dev.kompox.driver.docker.storage;

import dev.kompox.driver.Snapshots;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.call.Fanout;
import dev.kompox.driver.call.JointProgress;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.VolumeInfo;
import dev.kompox.driver.docker.storage.Book.DiskEntry;
import dev.kompox.driver.docker.storage.Book.SnapshotEntry;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.driver.snapshot.SnapshotSpec;
import dev.kompox.driver.snapshot.SnapshotState;
import dev.kompox.manifest.id.AppId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Snapshots as sibling volumes; complete only when the ledger says so, all of a set at once. */
public final class DockerSnapshots implements Snapshots {

    private static final int AT_ONCE = 4;

    private final Engine engine;
    private final Slots slots;
    private final Books books;
    private final DiskView disks;
    private final SnapshotView view;
    private final Copier copier;
    private final Room room;

    /** Work on the snapshots of some apps. */
    public DockerSnapshots(Engine engine, Slots slots, Helpers helpers, Location location) {
        this.engine = engine;
        this.slots = slots;
        this.books = new Books(engine);
        this.disks = new DiskView(engine, slots, location);
        this.view = new SnapshotView(engine, location);
        this.copier = new Copier(helpers);
        this.room = new Room(engine, helpers);
    }

    @Override
    public List<Snapshot> ensure(SnapshotSpec spec, Call call) {
        Book book = disks.implicit(spec.app(), books.read(spec.app()));
        if (complete(book, spec, call)) {
            return ofSet(spec);
        }
        SequencedMap<String, SnapshotEntry> taken = take(spec, book, call);
        books.update(
                spec.app(),
                call,
                before -> {
                    Book after = before;
                    for (Map.Entry<String, SnapshotEntry> one : taken.entrySet()) {
                        after = after.withSnapshot(one.getKey(), one.getValue());
                    }
                    return after;
                });
        return ofSet(spec);
    }

    /** Copy all disks, side by side, for an app may be stopped meanwhile. */
    private SequencedMap<String, SnapshotEntry> take(SnapshotSpec spec, Book book, Call call) {
        Instant now = call.time().now();
        List<String> begun = new ArrayList<>();
        JointProgress progress = new JointProgress(call.progress(), spec.disks().size());
        try {
            List<Callable<SnapshotEntry>> copies = new ArrayList<>();
            for (DiskRef disk : spec.disks()) {
                DiskEntry entry = book.disks().get(disk.toString());
                if (entry == null) {
                    throw new DriverException(
                            new Category.NotFound(),
                            "there is no disk " + disk,
                            "kompox disk list");
                }
                String name = create(spec, disk, call);
                Call part = call.with(progress.of(begun.size()));
                begun.add(name);
                copies.add(() -> copy(spec, disk, entry.nativeId(), name, now, part));
            }
            SequencedMap<String, SnapshotEntry> taken = new LinkedHashMap<>();
            List<SnapshotEntry> entries = Fanout.all(copies, AT_ONCE);
            for (int i = 0; i < entries.size(); i++) {
                SnapshotRef ref =
                        new SnapshotRef(spec.app(), spec.disks().get(i).volume(), spec.name());
                taken.put(ref.toString(), entries.get(i));
            }
            return taken;
        } catch (DriverException e) {
            begun.forEach(name -> discard(name, e));
            throw e;
        }
    }

    private SnapshotEntry copy(
            SnapshotSpec spec, DiskRef disk, String from, String to, Instant now, Call call) {
        long bytes = copier.copy("snapshot of " + disk.volume(), from, to, call);
        return entry(spec, disk, to, bytes, now, call);
    }

    @Override
    public void expectPossible(SnapshotSpec spec, ByteSize bytes) {
        for (DiskRef disk : spec.disks()) {
            engine.volume(nativeId(spec, disk))
                    .ifPresent(there ->
                            DiskMaker.own(
                                    there,
                                    Map.of(
                                            Tags.APP,
                                            spec.app().toString(),
                                            Tags.KIND,
                                            Tags.KIND_SNAPSHOT,
                                            Tags.VOLUME,
                                            disk.volume().value())));
        }
        room.expect("a snapshot of " + spec.app().app(), bytes);
    }

    @Override
    public List<Snapshot> awaitUsable(AppId app, SnapshotName name, Call call) {
        List<Snapshot> set =
                list(app).stream().filter(one -> one.ref().name().equals(name)).toList();
        if (set.isEmpty()) {
            throw new DriverException(
                    new Category.NotFound(),
                    "there is no snapshot " + name,
                    "kompox snapshot list");
        }
        for (Snapshot one : set) {
            // copies are whole when the ledger names them, so there is nothing to wait for
            if (!(one.state() instanceof SnapshotState.Usable)) {
                throw new DriverException(
                        new Category.Corrupt(),
                        "snapshot " + one.ref() + " is not complete",
                        "kompox snapshot delete " + name);
            }
        }
        return set;
    }

    @Override
    public List<Snapshot> list(AppId app) {
        return view.list(app, books.read(app));
    }

    @Override
    public void delete(AppId app, SnapshotName name, Call call) {
        for (Snapshot snapshot : list(app)) {
            if (snapshot.ref().name().equals(name)) {
                Removal.remove(engine, snapshot.nativeId());
                books.update(app, call, book -> book.withoutSnapshot(snapshot.ref().toString()));
            }
        }
    }

    /** Tell whether the set is there already; refuse one that was made for another wish. */
    private boolean complete(Book book, SnapshotSpec spec, Call call) {
        int there = 0;
        for (DiskRef disk : spec.disks()) {
            SnapshotRef ref = new SnapshotRef(spec.app(), disk.volume(), spec.name());
            SnapshotEntry entry = book.snapshots().get(ref.toString());
            if (entry == null) {
                continue;
            }
            if (!entry.operation().equals(call.token().operation())
                    || !entry.disk().equals(disk.name().value())) {
                throw new DriverException(
                        new Category.Conflict(
                                "of disk " + disk,
                                "of disk " + entry.disk() + ", by " + entry.operation()),
                        "there is a snapshot "
                                + ref
                                + " already, of disk "
                                + entry.disk()
                                + ", taken "
                                + entry.created(),
                        "Choose another name, or: kompox snapshot delete " + spec.name());
            }
            there++;
        }
        return there == spec.disks().size();
    }

    private String create(SnapshotSpec spec, DiskRef disk, Call call) {
        SequencedMap<String, String> labels = Tags.of(spec.app(), Tags.KIND_SNAPSHOT, call);
        labels.put(Tags.VOLUME, disk.volume().value());
        labels.put(Tags.SNAPSHOT, spec.name().value());
        labels.put(Tags.DISK, disk.name().value());
        labels.put(Tags.MEMBERS, members(spec));
        labels.put(Tags.CONSISTENCY, spec.consistency().word());
        String name = nativeId(spec, disk);
        VolumeInfo volume = DiskMaker.own(engine.createVolume(name, labels), labels);
        return volume.name();
    }

    private String nativeId(SnapshotSpec spec, DiskRef disk) {
        return slots.stem(spec.app(), disk.volume()) + ".snapshot." + spec.name();
    }

    private static SnapshotEntry entry(
            SnapshotSpec spec, DiskRef disk, String name, long bytes, Instant now, Call call) {
        return new SnapshotEntry(
                name,
                disk.name().value(),
                members(spec),
                spec.consistency().word(),
                call.token().operation(),
                now,
                bytes);
    }

    private static String members(SnapshotSpec spec) {
        return spec.disks().stream()
                .map(disk -> disk.volume().value())
                .collect(Collectors.joining(","));
    }

    private List<Snapshot> ofSet(SnapshotSpec spec) {
        List<Snapshot> all = list(spec.app());
        List<Snapshot> set = new ArrayList<>();
        for (DiskRef disk : spec.disks()) {
            SnapshotRef ref = new SnapshotRef(spec.app(), disk.volume(), spec.name());
            all.stream().filter(one -> one.ref().equals(ref)).forEach(set::add);
        }
        return set;
    }

    private void discard(String name, DriverException because) {
        try {
            Removal.remove(engine, name);
        } catch (DriverException e) {
            because.addSuppressed(e);
        }
    }
}
