package dev.kompox.driver.docker.storage;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.storage.Book.DiskEntry;
import dev.kompox.driver.docker.storage.Book.Pending;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.manifest.id.AppId;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Change which disk a volume finds.
 *
 * <p>What is about to happen is written into the ledger first; whoever comes next completes what
 * was begun before doing anything else. One change of an app is under way at a time. See ADR 1 for
 * the two ways.
 */
final class Assignment {

    private static final String EXCHANGE = "exchange";
    private static final String COPY = "copy";
    private static final String SAVED = "saved";

    private final Engine engine;
    private final Slots slots;
    private final Books books;
    private final DiskView view;
    private final Users users;
    private final Copier copier;
    private final Exchange exchange;
    private final AtomicInteger coming = new AtomicInteger();

    Assignment(Engine engine, Slots slots, Helpers helpers, DiskView view) {
        this.engine = engine;
        this.slots = slots;
        this.books = new Books(engine);
        this.view = view;
        this.users = new Users(engine);
        this.copier = new Copier(helpers);
        this.exchange = new Exchange(engine, helpers);
    }

    void assign(DiskRef ref, Call call) {
        inTurn(() -> assignNow(ref, call));
    }

    void unassign(DiskRef ref, Call call) {
        inTurn(() -> unassignNow(ref, call));
    }

    /** One change at a time; the last of those that wait lets the exchange's helper go. */
    private void inTurn(Runnable change) {
        coming.incrementAndGet();
        synchronized (this) {
            boolean done = false;
            try {
                change.run();
                done = true;
            } finally {
                if (coming.decrementAndGet() == 0 || !done) {
                    exchange.rest();
                }
            }
        }
    }

    private void assignNow(DiskRef ref, Call call) {
        complete(ref.app(), call);
        Book book = view.implicit(ref.app(), books.read(ref.app()));
        DiskEntry disk = entry(book, ref);
        String volume = ref.volume().value();
        String from = book.assigned().getOrDefault(volume, "");
        if (from.equals(ref.name().value())) {
            return;
        }
        if (disk.trash() != null) {
            throw new DriverException(
                    new Category.Invalid(),
                    "disk " + ref + " is in the trash",
                    "kompox disk undelete " + ref.volume() + "/" + ref.name());
        }
        String slot = slots.of(ref.app(), ref.volume());
        users.refuseHeld(slot, "volume " + volume);
        users.refuseHeld(disk.nativeId(), "disk " + ref);
        makeSlot(ref, slot);
        Pending pending = pending(ref, slot, disk.nativeId(), ref.name().value(), from);
        begin(ref.app(), book, pending, call);
        complete(ref.app(), call);
    }

    private void unassignNow(DiskRef ref, Call call) {
        complete(ref.app(), call);
        Book book = view.implicit(ref.app(), books.read(ref.app()));
        entry(book, ref);
        String volume = ref.volume().value();
        if (!ref.name().value().equals(book.assigned().get(volume))) {
            return;
        }
        String slot = slots.of(ref.app(), ref.volume());
        users.refuseHeld(slot, "volume " + volume);
        String keep = keeper(ref.app(), book, ref, call);
        begin(ref.app(), book, pending(ref, slot, keep, "", ref.name().value()), call);
        complete(ref.app(), call);
    }

    private Pending pending(DiskRef ref, String slot, String other, String to, String from) {
        Optional<Exchange.Inodes> inodes = exchange.inspect(slot, other);
        String volume = ref.volume().value();
        return inodes.isPresent()
                ? new Pending(
                        EXCHANGE,
                        volume,
                        slot,
                        other,
                        to,
                        from,
                        inodes.get().first(),
                        inodes.get().second())
                : new Pending(COPY, volume, slot, other, to, from, "", "");
    }

    /** Write what is about to happen; the implicit disks become explicit on the way. */
    private void begin(AppId app, Book seen, Pending pending, Call call) {
        books.update(
                app,
                call,
                book -> {
                    if (book.pending() != null) {
                        throw new DriverException(
                                new Category.Conflict(
                                        pending.toString(), String.valueOf(book.pending())),
                                "somebody else is changing the disk of volume " + pending.volume(),
                                "kompox operation list");
                    }
                    Book next = book;
                    for (String text : seen.disks().keySet()) {
                        if (!book.disks().containsKey(text)) {
                            next = next.withDisk(text, seen.disks().get(text));
                        }
                    }
                    for (String volume : seen.assigned().keySet()) {
                        next = next.withAssigned(volume, seen.assigned().get(volume));
                    }
                    return next.withPending(pending);
                });
    }

    /** Complete what was begun, if anything was. */
    private void complete(AppId app, Call call) {
        Pending pending = books.read(app).pending();
        if (pending == null) {
            return;
        }
        users.refuseHeld(pending.slot(), "volume " + pending.volume());
        if (pending.way().equals(EXCHANGE)) {
            exchange.swap(
                    pending.slot(),
                    pending.other(),
                    new Exchange.Inodes(pending.first(), pending.second()));
            books.update(app, call, book -> exchanged(book, pending));
            tidy(app, pending, pending.from().isEmpty());
        } else {
            copy(app, pending, call);
        }
    }

    private static Book exchanged(Book book, Pending pending) {
        if (!pending.equals(book.pending())) {
            return book;
        }
        Book next = book.withPending(null).withAssigned(pending.volume(), pending.to());
        if (!pending.to().isEmpty()) {
            next = moved(next, pending.volume() + "/" + pending.to(), pending.slot());
        }
        return pending.from().isEmpty()
                ? next
                : moved(next, pending.volume() + "/" + pending.from(), pending.other());
    }

    private static Book moved(Book book, String ref, String nativeId) {
        DiskEntry entry = book.disks().get(ref);
        return entry == null ? book : book.withDisk(ref, entry.in(nativeId));
    }

    /** The copying way: keep the old disk whole, then put the new one in its place. */
    private void copy(AppId app, Pending begun, Call call) {
        Pending pending = begun;
        String oldRef = pending.volume() + "/" + pending.from();
        if (!pending.second().equals(SAVED) && !pending.from().isEmpty()) {
            Book book = books.read(app);
            String keep =
                    pending.to().isEmpty()
                            ? pending.other()
                            : keeper(app, book, DiskView.ref(app, oldRef), call);
            copier.copy("keeping disk " + oldRef, pending.slot(), keep, call);
            Pending saved =
                    new Pending(
                            COPY,
                            pending.volume(),
                            pending.slot(),
                            pending.other(),
                            pending.to(),
                            pending.from(),
                            keep,
                            SAVED);
            books.update(app, call, now -> moved(now, oldRef, keep).withPending(saved));
            pending = saved;
        }
        Pending last = pending;
        if (!pending.to().isEmpty()) {
            copier.copy(
                    "filling volume " + pending.volume(), pending.other(), pending.slot(), call);
        }
        books.update(app, call, book -> copied(book, last));
        tidy(app, pending, !pending.to().isEmpty());
    }

    private static Book copied(Book book, Pending pending) {
        Book next = book.withPending(null).withAssigned(pending.volume(), pending.to());
        return pending.to().isEmpty()
                ? next
                : moved(next, pending.volume() + "/" + pending.to(), pending.slot());
    }

    /**
     * Remove the volume that holds nothing any more: the other's after a copy, the slot's after
     * taking its disk away.
     */
    private void tidy(AppId app, Pending pending, boolean otherIsEmpty) {
        if (pending.to().isEmpty()) {
            DiskRef any = DiskView.ref(app, pending.volume() + "/" + pending.from());
            if (!pending.slot().startsWith("/") && !slots.external(app, any.volume())) {
                Removal.remove(engine, pending.slot());
            }
        } else if (otherIsEmpty) {
            Removal.remove(engine, pending.other());
        }
    }

    /** Make the volume that will keep a disk which loses its slot. */
    private String keeper(AppId app, Book book, DiskRef ref, Call call) {
        SequencedMap<String, String> labels = Tags.of(app, Tags.KIND_DISK, call);
        labels.put(Tags.VOLUME, ref.volume().value());
        labels.put(Tags.DISK, ref.name().value());
        labels.put(Tags.SOURCE, "keep");
        String stem = slots.stem(app, ref.volume()) + ".disk." + ref.name();
        String name = stem;
        for (int number = 2; taken(book, ref, name); number++) {
            name = stem + "." + number;
        }
        return DiskMaker.own(engine.createVolume(name, labels), labels).name();
    }

    private static boolean taken(Book book, DiskRef ref, String name) {
        return book.disks().entrySet().stream()
                .anyMatch(one ->
                        one.getValue().nativeId().equals(name)
                                && !one.getKey().equals(ref.toString()));
    }

    /** Make an absent slot as docker compose would, so that it takes it for its own. */
    private void makeSlot(DiskRef ref, String slot) {
        if (!Slots.exists(engine, slot)) {
            SequencedMap<String, String> labels = new LinkedHashMap<>();
            labels.put("com.docker.compose.project", slots.project(ref.app()));
            labels.put("com.docker.compose.volume", ref.volume().value());
            engine.createVolume(slot, labels);
        }
    }

    private static DiskEntry entry(Book book, DiskRef ref) {
        DiskEntry entry = book.disks().get(ref.toString());
        if (entry == null) {
            throw new DriverException(
                    new Category.NotFound(), "there is no disk " + ref, "kompox disk list");
        }
        return entry;
    }
}
