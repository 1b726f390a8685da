package dev.kompox.driver.docker.storage;

import dev.kompox.driver.Disks;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.Deletion;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskSpec;
import dev.kompox.driver.disk.Trash;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.storage.Book.DiskEntry;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.place.Location;
import dev.kompox.manifest.id.AppId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Disks as volumes of an engine; see ADR 1 and ADR 2. */
public final class DockerDisks implements Disks {

    private final Engine engine;
    private final Books books;
    private final DiskView view;
    private final DiskMaker maker;
    private final Assignment assignment;

    /** Work on the disks of some apps. */
    public DockerDisks(Engine engine, Slots slots, Helpers helpers, Location location) {
        this.engine = engine;
        this.books = new Books(engine);
        this.view = new DiskView(engine, slots, location);
        this.maker = new DiskMaker(engine, slots, helpers, view);
        this.assignment = new Assignment(engine, slots, helpers, view);
    }

    @Override
    public Disk ensure(DiskSpec spec, Call call) {
        maker.ensure(spec, call);
        return found(spec.ref());
    }

    @Override
    public Optional<Disk> find(DiskRef ref) {
        return list(ref.app()).stream().filter(disk -> disk.ref().equals(ref)).findFirst();
    }

    @Override
    public List<Disk> list(AppId app) {
        return view.list(app, books.read(app));
    }

    @Override
    public Disk assign(DiskRef ref, Call call) {
        assignment.assign(ref, call);
        return found(ref);
    }

    @Override
    public Disk unassign(DiskRef ref, Call call) {
        assignment.unassign(ref, call);
        return found(ref);
    }

    @Override
    public Disk resize(DiskRef ref, ByteSize size, Call call) {
        throw new DriverException(
                new Category.Unsupported("disks.resize"),
                "driver docker cannot do disks.resize: volumes of a Docker Engine share its filesystem and have no size of"
                        + " their own",
                "docker system df");
    }

    @Override
    public void delete(DiskRef ref, Deletion how, Call call) {
        Optional<Disk> disk = find(ref);
        if (disk.isEmpty()) {
            return;
        }
        if (disk.get().assigned()) {
            throw new DriverException(
                    new Category.InUse(List.of("volume " + ref.volume())),
                    "disk " + ref + " is the one that volume " + ref.volume() + " uses",
                    "kompox disk assign " + ref.volume() + "/OTHER");
        }
        switch (how) {
            case Deletion.ToTrash(Instant until) -> {
                new Users(engine).refuseHeld(disk.get().nativeId(), "disk " + ref);
                Trash trash = new Trash(call.time().now(), until, call.token().operation());
                books.update(ref.app(), call, book -> trashed(book, ref, trash));
            }
            case Deletion.ForGood() -> {
                Removal.remove(engine, disk.get().nativeId());
                books.update(ref.app(), call, book -> book.withoutDisk(ref.toString()));
            }
        }
    }

    @Override
    public Disk undelete(DiskRef ref, Call call) {
        found(ref);
        books.update(
                ref.app(),
                call,
                book -> {
                    DiskEntry entry = book.disks().get(ref.toString());
                    return entry == null ? book : book.withDisk(ref.toString(), entry.with(null));
                });
        return found(ref);
    }

    private static Book trashed(Book book, DiskRef ref, Trash trash) {
        DiskEntry entry = book.disks().get(ref.toString());
        return entry == null || entry.trash() != null
                ? book
                : book.withDisk(ref.toString(), entry.with(trash));
    }

    private Disk found(DiskRef ref) {
        return find(ref)
                .orElseThrow(() ->
                        new DriverException(
                                new Category.NotFound(),
                                "there is no disk " + ref,
                                "kompox disk list"));
    }
}
