package dev.kompox.operations.place;

import dev.kompox.driver.Disks;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.Deletion;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskSpec;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.Trash;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.manifest.id.AppId;
import dev.kompox.operations.place.MemoryState.Drive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The disks of a place in memory, as strict as the contract allows. */
record MemoryDisks(MemoryState state) implements Disks {

    @Override
    public Disk ensure(DiskSpec spec, Call call) {
        synchronized (state) {
            String by = call.token().operation();
            Drive drive = state.drives.get(spec.ref().toString());
            if (drive == null) {
                List<String> bytes = bytes(spec.source());
                drive = new Drive(spec.ref(), spec.source(), by, state.tick());
                state.drives.put(spec.ref().toString(), drive);
                state.midpoint();
                drive.bytes = bytes;
            } else if (!drive.source.equals(spec.source())) {
                throw new DriverException(
                        new Category.Conflict(spec.source().toString(), drive.source.toString()),
                        "there is another disk " + spec.ref());
            } else if (!drive.complete) {
                drive.bytes = bytes(spec.source());
            }
            drive.complete = true;
            return drive.seen();
        }
    }

    private List<String> bytes(Source source) {
        return switch (source) {
            case Source.Blank _, Source.Native _ -> new ArrayList<>();
            case Source.OfDisk(DiskRef from) -> {
                state.expectFree(from);
                state.noteWriters(from, Consistency.STOPPED);
                yield new ArrayList<>(state.drive(from).bytes);
            }
            case Source.OfSnapshot(SnapshotRef from) ->
                    new ArrayList<>(
                            Optional.ofNullable(state.pictures.get(MemoryState.key(from)))
                                    .orElseThrow(() ->
                                            new DriverException(
                                                    new Category.NotFound(),
                                                    "there is no snapshot " + from))
                                    .bytes());
        };
    }

    @Override
    public Optional<Disk> find(DiskRef ref) {
        synchronized (state) {
            return Optional.ofNullable(state.drives.get(ref.toString())).map(Drive::seen);
        }
    }

    @Override
    public List<Disk> list(AppId app) {
        synchronized (state) {
            return state.drives.values().stream()
                    .map(Drive::seen)
                    .sorted(
                            Comparator.comparing(Disk::createdAt)
                                    .reversed()
                                    .thenComparing(disk -> disk.ref().toString()))
                    .toList();
        }
    }

    @Override
    public Disk assign(DiskRef ref, Call call) {
        synchronized (state) {
            Drive drive = state.drive(ref);
            if (drive.assigned) {
                return drive.seen();
            }
            if (drive.trash != null || !drive.complete) {
                throw new DriverException(new Category.Invalid(), ref + " cannot be assigned");
            }
            Optional<Drive> old = state.assigned(ref.volume());
            old.ifPresent(one -> state.expectFree(one.ref));
            state.midpoint();
            old.ifPresent(one -> one.assigned = false);
            drive.assigned = true;
            return drive.seen();
        }
    }

    @Override
    public Disk unassign(DiskRef ref, Call call) {
        synchronized (state) {
            state.expectFree(ref);
            state.drive(ref).assigned = false;
            return state.drive(ref).seen();
        }
    }

    @Override
    public Disk resize(DiskRef ref, ByteSize size, Call call) {
        throw new DriverException(new Category.Unsupported("disks.resize"), "cannot grow");
    }

    @Override
    public void delete(DiskRef ref, Deletion how, Call call) {
        synchronized (state) {
            Drive drive = state.drives.get(ref.toString());
            if (drive == null) {
                return;
            }
            if (drive.assigned) {
                throw new DriverException(
                        new Category.InUse(List.of("volume " + ref.volume())),
                        "disk " + ref + " is assigned");
            }
            switch (how) {
                case Deletion.ForGood _ -> state.drives.remove(ref.toString());
                case Deletion.ToTrash(var until) -> {
                    if (drive.trash == null) {
                        drive.trash = new Trash(state.tick(), until, call.token().operation());
                    }
                }
            }
        }
    }

    @Override
    public Disk undelete(DiskRef ref, Call call) {
        synchronized (state) {
            state.drive(ref).trash = null;
            return state.drive(ref).seen();
        }
    }
}
