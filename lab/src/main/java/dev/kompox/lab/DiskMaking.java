package dev.kompox.lab;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskSpec;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.lab.fault.Passage;
import dev.kompox.lab.tree.Tree;
import dev.kompox.manifest.id.AppId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The making of a disk: first its name, then its bytes, so that it can be cut off in between. */
record DiskMaking(LabWorld world) {

    private static final String KIND = "lab";

    /** The name of a disk that a volume has without Kompox having made it. */
    private static final String FIRST = "main";

    Disk ensure(DiskSpec spec, Call call, Passage passage) {
        expectHere(spec);
        Optional<Tree> missing;
        synchronized (world) {
            missing = begin(spec, call);
        }
        if (missing.isPresent()) {
            Waiting.sleep(world.traits.diskTakes(), "making disk " + spec.ref(), call);
        }
        synchronized (world) {
            Drive drive = world.storage.drive(spec.ref());
            missing.ifPresent(bytes -> fill(drive, bytes, passage));
            return new DiskView(world).of(drive);
        }
    }

    private static void fill(Drive drive, Tree bytes, Passage passage) {
        if (drive.complete) {
            // somebody else was quicker, and it may have been written to since
            return;
        }
        passage.cut();
        drive.tree.become(bytes);
        drive.complete = true;
    }

    private void expectHere(DiskSpec spec) {
        if (!spec.location().equals(world.location)) {
            throw Refusal.invalid(
                    "disk "
                            + spec.ref()
                            + " is wanted at "
                            + spec.location()
                            + ", but here is "
                            + world.location,
                    "kompox disk create");
        }
        if (spec.storageClass() != null && !spec.storageClass().equals(KIND)) {
            throw Refusal.invalid(
                    "there is no kind of disk called " + spec.storageClass(), "kompox driver show");
        }
    }

    /** Begin what is not complete; return the bytes that are missing then. */
    private Optional<Tree> begin(DiskSpec spec, Call call) {
        Optional<Drive> there = world.storage.find(spec.ref());
        if (there.isPresent() && there.get().complete) {
            agree(spec, there.get());
            return Optional.empty();
        }
        Tree bytes = bytes(spec.source());
        @Nullable ByteSize size = size(spec);
        world.storage.expectRoom(bytes.bytes());
        Drive drive =
                there.filter(one -> one.source.equals(spec.source()))
                        .orElseGet(() -> add(spec, call));
        drive.size = size;
        return Optional.of(bytes);
    }

    private static void agree(DiskSpec spec, Drive there) {
        if (!there.source.equals(spec.source())) {
            throw Refusal.conflict(
                    "disk " + spec.ref(),
                    "made from " + spec.source(),
                    "made from " + there.source);
        }
        ByteSize least = spec.size();
        ByteSize size = there.size;
        if (least != null && size != null && size.compareTo(least) < 0) {
            throw Refusal.conflict("disk " + spec.ref(), "at least " + least, size.toString());
        }
    }

    private Drive add(DiskSpec spec, Call call) {
        Drive drive =
                new Drive(
                        spec.ref(),
                        spec.source(),
                        KIND,
                        world.ledger.epoch(spec.ref().app()),
                        world.time.now(),
                        Tags.of(spec.ref(), spec.source(), call.token()));
        world.storage.add(drive);
        return drive;
    }

    private @Nullable ByteSize size(DiskSpec spec) {
        ByteSize least = spec.size() == null ? world.traits.defaultSize() : spec.size();
        if (world.traits.defaultSize() == null || least == null) {
            return null;
        }
        ByteSize source = sourceSize(spec.source());
        if (spec.size() != null && source.compareTo(spec.size()) > 0) {
            throw Refusal.invalid(
                    spec.source() + " has " + source + ", which does not fit into " + spec.size(),
                    "kompox disk create --size " + source.bytes());
        }
        return source.compareTo(least) > 0 ? source : least;
    }

    private ByteSize sourceSize(Source source) {
        @Nullable ByteSize size =
                switch (source) {
                    case Source.Blank() -> null;
                    case Source.OfDisk(DiskRef from) -> world.storage.drive(from).size;
                    case Source.OfSnapshot(SnapshotRef from) ->
                            world.storage.find(from).map(one -> one.size).orElse(null);
                    case Source.Native(String id) ->
                            world.storage.ofNative(id).map(one -> one.size).orElse(null);
                };
        return size == null ? ByteSize.ZERO : size;
    }

    private Tree bytes(Source source) {
        return switch (source) {
            case Source.Blank() -> new Tree();
            case Source.OfDisk(DiskRef from) -> ofDisk(world.storage.drive(from));
            case Source.OfSnapshot(SnapshotRef from) -> ofSnapshot(from);
            case Source.Native(String id) -> {
                world.storage.ofNative(id).ifPresent(new Holding(world)::expectUnwritten);
                yield world.storage.tree(id).orElseThrow(() -> Refusal.absent(id)).copy();
            }
        };
    }

    private Tree ofDisk(Drive from) {
        new Holding(world).expectUnwritten(from);
        if (!from.complete || from.problem != null) {
            throw incomplete("disk " + from.ref);
        }
        return from.tree.copy();
    }

    private Tree ofSnapshot(SnapshotRef from) {
        Picture picture = world.storage.picture(from);
        if (!picture.usable(world.time.now())) {
            throw incomplete("snapshot " + from);
        }
        return picture.tree.copy();
    }

    private static DriverException incomplete(String what) {
        return Refusal.invalid(what + " is not complete", "kompox status");
    }

    /** Make the disk that a volume without one gets when it is first used, as an engine does. */
    Drive makeFirst(AppId app, VolumeName volume) {
        DiskRef ref = new DiskRef(app, volume, new DiskName(FIRST));
        for (int number = 2; world.storage.find(ref).isPresent(); number++) {
            ref = new DiskRef(app, volume, new DiskName(FIRST + "-" + number));
        }
        Source blank = new Source.Blank();
        world.time.pass(Duration.ofMillis(10));
        Drive drive =
                new Drive(
                        ref,
                        blank,
                        KIND,
                        world.ledger.epoch(app),
                        world.time.now(),
                        Tags.of(ref, blank, null));
        drive.size = world.traits.defaultSize();
        drive.complete = true;
        drive.assigned = true;
        world.storage.add(drive);
        return drive;
    }
}
