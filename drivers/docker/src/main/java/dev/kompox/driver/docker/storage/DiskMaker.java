package dev.kompox.driver.docker.storage;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskSpec;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.VolumeInfo;
import dev.kompox.driver.docker.storage.Book.DiskEntry;
import dev.kompox.driver.docker.storage.Book.SnapshotEntry;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.snapshot.SnapshotRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Make disks: a volume that is filled first and only then written into the ledger as complete. */
final class DiskMaker {

    private final Engine engine;
    private final Slots slots;
    private final Books books;
    private final DiskView view;
    private final Copier copier;

    DiskMaker(Engine engine, Slots slots, Helpers helpers, DiskView view) {
        this.engine = engine;
        this.slots = slots;
        this.books = new Books(engine);
        this.view = view;
        this.copier = new Copier(helpers);
    }

    void ensure(DiskSpec spec, Call call) {
        DiskRef ref = spec.ref();
        Book book = view.implicit(ref.app(), books.read(ref.app()));
        DiskEntry there = book.disks().get(ref.toString());
        if (there != null) {
            agree(spec, there);
            return;
        }
        Optional<String> source = source(spec, book);
        VolumeInfo volume = volume(spec, book, call);
        try {
            if (source.isPresent()) {
                copier.copy("making disk " + ref, source.get(), volume.name(), call);
            }
        } catch (DriverException e) {
            discard(volume.name(), e);
            throw e;
        }
        DiskEntry entry =
                new DiskEntry(
                        volume.name(),
                        SourceLabel.of(spec.source()),
                        call.token().operation(),
                        call.time().now(),
                        null);
        books.update(ref.app(), call, now -> now.withDisk(ref.toString(), entry));
    }

    private static void agree(DiskSpec spec, DiskEntry there) {
        String wanted = SourceLabel.of(spec.source());
        if (!there.source().equals(wanted)) {
            throw new DriverException(
                    new Category.Conflict("made from " + wanted, "made from " + there.source()),
                    "disk "
                            + spec.ref()
                            + " exists already, made from "
                            + there.source()
                            + " and not from "
                            + wanted,
                    "Choose another name, see: kompox disk list");
        }
    }

    /** Return the native id to copy from; empty for a blank disk. */
    private Optional<String> source(DiskSpec spec, Book book) {
        return switch (spec.source()) {
            case Source.Blank() -> Optional.empty();
            case Source.OfDisk(DiskRef from) -> {
                DiskEntry entry = book.disks().get(from.toString());
                if (entry == null) {
                    throw absent("disk " + from, "kompox disk list");
                }
                new Users(engine).refuseWritten(entry.nativeId(), "disk " + from);
                yield Optional.of(entry.nativeId());
            }
            case Source.OfSnapshot(SnapshotRef from) -> {
                SnapshotEntry entry = book.snapshots().get(from.toString());
                if (entry == null || engine.volume(entry.nativeId()).isEmpty()) {
                    throw absent("snapshot " + from, "kompox snapshot list");
                }
                yield Optional.of(entry.nativeId());
            }
            case Source.Native(String id) -> {
                if (engine.volume(id).isEmpty()) {
                    throw absent("volume " + id, "docker volume ls");
                }
                new Users(engine).refuseWritten(id, "volume " + id);
                yield Optional.of(id);
            }
        };
    }

    private VolumeInfo volume(DiskSpec spec, Book book, Call call) {
        DiskRef ref = spec.ref();
        SequencedMap<String, String> labels = Tags.of(ref.app(), Tags.KIND_DISK, call);
        labels.put(Tags.VOLUME, ref.volume().value());
        labels.put(Tags.DISK, ref.name().value());
        labels.put(Tags.SOURCE, SourceLabel.of(spec.source()));
        String stem = slots.stem(ref.app(), ref.volume()) + ".disk." + ref.name();
        List<String> taken = book.disks().values().stream().map(DiskEntry::nativeId).toList();
        String name = stem;
        for (int number = 2; taken.contains(name) || isForeign(name, labels); number++) {
            name = stem + "." + number;
        }
        VolumeInfo made = own(engine.createVolume(name, labels), labels);
        if (!labels.getOrDefault(Tags.SOURCE, "").equals(made.labels().get(Tags.SOURCE))) {
            // what a broken call began for another wish is not in the ledger and holds nothing
            // whole
            Removal.remove(engine, name);
            made = own(engine.createVolume(name, labels), labels);
        }
        return made;
    }

    /** Tell whether somebody else's volume has a name, so that the disk takes the next one. */
    private boolean isForeign(String name, Map<String, String> labels) {
        return engine.volume(name).filter(there -> !isOwn(there, labels)).isPresent();
    }

    private static boolean isOwn(VolumeInfo volume, Map<String, String> labels) {
        return List.of(Tags.APP, Tags.KIND, Tags.VOLUME).stream()
                .allMatch(key -> labels.getOrDefault(key, "").equals(volume.labels().get(key)));
    }

    /** Refuse a volume that stands under the wanted name and is not this very thing. */
    static VolumeInfo own(VolumeInfo volume, Map<String, String> labels) {
        if (!isOwn(volume, labels)) {
            throw new DriverException(
                    new Category.Conflict(
                            "a volume " + volume.name() + " of Kompox",
                            "one with labels " + volume.labels()),
                    "a volume that is not Kompox's has the name " + volume.name(),
                    "Choose another name, or look at it: docker volume inspect " + volume.name());
        }
        return volume;
    }

    private void discard(String name, DriverException because) {
        try {
            Removal.remove(engine, name);
        } catch (DriverException e) {
            because.addSuppressed(e);
        }
    }

    private static DriverException absent(String what, String remedy) {
        return new DriverException(new Category.NotFound(), "there is no " + what, remedy);
    }
}
