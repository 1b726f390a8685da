package dev.kompox.lab;

import dev.kompox.driver.Disks;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.Deletion;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskSpec;
import dev.kompox.driver.disk.Trash;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.lab.fault.Faults;
import dev.kompox.lab.fault.Passage;
import dev.kompox.manifest.id.AppId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The disks of a world, seen from one process. */
record LabDisks(LabWorld world, Faults faults) implements Disks {

    /** How long a change of a disk takes, so that no two things happen at the same time. */
    private static final Duration TICK = Duration.ofMillis(10);

    @Override
    public Disk ensure(DiskSpec spec, Call call) {
        return faults.call(
                "disks.ensure",
                passage -> {
                    world.time.pass(TICK);
                    return new DiskMaking(world).ensure(spec, call, passage);
                });
    }

    @Override
    public Optional<Disk> find(DiskRef ref) {
        return faults.call(
                "disks.find",
                _ -> {
                    synchronized (world) {
                        return world.storage.find(ref).map(new DiskView(world)::of);
                    }
                });
    }

    @Override
    public List<Disk> list(AppId app) {
        return faults.call(
                "disks.list",
                _ -> {
                    synchronized (world) {
                        return world.storage.drives(app).stream()
                                .map(new DiskView(world)::of)
                                .sorted(
                                        Comparator.comparing(Disk::createdAt)
                                                .reversed()
                                                .thenComparing(disk -> disk.ref().volume())
                                                .thenComparing(disk -> disk.ref().name()))
                                .toList();
                    }
                });
    }

    @Override
    public Disk assign(DiskRef ref, Call call) {
        return faults.call("disks.assign", passage -> change(ref, drive -> assign(drive, passage)));
    }

    private void assign(Drive drive, Passage passage) {
        if (drive.assigned) {
            return;
        }
        if (drive.trash != null) {
            throw Refusal.invalid(
                    "disk " + drive.ref + " is in the trash",
                    "kompox disk undelete " + drive.ref.volume() + " " + drive.ref.name());
        }
        if (!drive.complete || drive.problem != null) {
            throw Refusal.invalid("disk " + drive.ref + " is not complete", "kompox disk list");
        }
        Optional<Drive> old = world.storage.assigned(drive.ref.app(), drive.ref.volume());
        Holding holding = new Holding(world);
        holding.expectFree(drive);
        old.ifPresent(holding::expectFree);
        passage.cut();
        old.ifPresent(one -> one.assigned = false);
        drive.assigned = true;
    }

    @Override
    public Disk unassign(DiskRef ref, Call call) {
        return faults.call(
                "disks.unassign",
                passage ->
                        change(
                                ref,
                                drive -> {
                                    if (drive.assigned) {
                                        new Holding(world).expectFree(drive);
                                        passage.cut();
                                        drive.assigned = false;
                                    }
                                }));
    }

    @Override
    public Disk resize(DiskRef ref, ByteSize size, Call call) {
        return faults.call("disks.resize", _ -> change(ref, drive -> resize(drive, size)));
    }

    private void resize(Drive drive, ByteSize size) {
        ByteSize now = drive.size;
        if (world.traits.defaultSize() == null || now == null) {
            throw new DriverException(
                    new Category.Unsupported("disks.resize"),
                    "driver lab cannot do disks.resize: disks have no size of their own here",
                    "kompox disk list");
        }
        if (size.compareTo(now) < 0) {
            throw Refusal.invalid(
                    "disk " + drive.ref + " has " + now + " and cannot shrink to " + size,
                    "kompox disk list");
        }
        drive.size = size;
    }

    @Override
    public void delete(DiskRef ref, Deletion how, Call call) {
        faults.run(
                "disks.delete",
                _ -> {
                    synchronized (world) {
                        world.time.pass(TICK);
                        world.storage.find(ref).ifPresent(drive -> delete(drive, how, call));
                    }
                });
    }

    private void delete(Drive drive, Deletion how, Call call) {
        if (drive.assigned) {
            throw Refusal.inUse("disk " + drive.ref, List.of("volume " + drive.ref.volume()));
        }
        switch (how) {
            case Deletion.ForGood() -> {
                // even one that does not run keeps what it mounts from being removed
                new Holding(world).expectUnheld(drive);
                world.storage.remove(drive.ref);
            }
            case Deletion.ToTrash(Instant until) -> {
                new Holding(world).expectFree(drive);
                if (drive.trash == null) {
                    drive.trash = new Trash(world.time.now(), until, call.token().operation());
                }
            }
        }
    }

    @Override
    public Disk undelete(DiskRef ref, Call call) {
        return faults.call("disks.undelete", _ -> change(ref, drive -> drive.trash = null));
    }

    private Disk change(DiskRef ref, Consumer<Drive> change) {
        synchronized (world) {
            world.time.pass(TICK);
            Drive drive = world.storage.drive(ref);
            change.accept(drive);
            return new DiskView(world).of(drive);
        }
    }
}
