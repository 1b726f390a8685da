package dev.kompox.operations.world;

import dev.kompox.driver.Attachments;
import dev.kompox.driver.Bytes;
import dev.kompox.driver.Capabilities;
import dev.kompox.driver.Disks;
import dev.kompox.driver.Driver;
import dev.kompox.driver.Records;
import dev.kompox.driver.Runtime;
import dev.kompox.driver.Snapshots;
import dev.kompox.driver.attachment.Detachment;
import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.Deletion;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskSpec;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.record.Versioned;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotSpec;
import dev.kompox.manifest.id.AppId;
import java.util.List;
import java.util.Optional;

/** Put a {@link Trap} around every call of any driver. */
public final class TrappedDriver implements Driver {

    private final Driver driver;
    private final Trap trap;

    /** Trap a driver. */
    public TrappedDriver(Driver driver, Trap trap) {
        this.driver = driver;
        this.trap = trap;
    }

    @Override
    public String name() {
        return driver.name();
    }

    @Override
    public Location location() {
        return driver.location();
    }

    @Override
    public Capabilities capabilities() {
        return trap.around("capabilities", driver::capabilities);
    }

    @Override
    public Optional<Disks> disks() {
        return driver.disks().map(disks -> new TrappedDisks(disks, trap));
    }

    @Override
    public Optional<Snapshots> snapshots() {
        return driver.snapshots().map(snapshots -> new TrappedSnapshots(snapshots, trap));
    }

    @Override
    public Optional<Bytes> bytes() {
        return driver.bytes();
    }

    @Override
    public Optional<Attachments> attachments() {
        return driver.attachments().map(attachments -> new TrappedAttachments(attachments, trap));
    }

    @Override
    public Optional<Runtime> runtime() {
        return driver.runtime().map(runtime -> new TrappedRuntime(runtime, trap));
    }

    @Override
    public Optional<Records> records() {
        return driver.records().map(records -> new TrappedRecords(records, trap));
    }

    @Override
    public void close() {
        driver.close();
    }

    private static String name(String method, Object what) {
        return method + " " + what;
    }

    private record TrappedDisks(Disks disks, Trap trap) implements Disks {

        @Override
        public Disk ensure(DiskSpec spec, Call call) {
            return trap.around(name("disk.ensure", spec.ref()), () -> disks.ensure(spec, call));
        }

        @Override
        public Optional<Disk> find(DiskRef ref) {
            return trap.around(name("disk.find", ref), () -> disks.find(ref));
        }

        @Override
        public List<Disk> list(AppId app) {
            return trap.around("disk.list", () -> disks.list(app));
        }

        @Override
        public Disk assign(DiskRef ref, Call call) {
            return trap.around(name("disk.assign", ref), () -> disks.assign(ref, call));
        }

        @Override
        public Disk unassign(DiskRef ref, Call call) {
            return trap.around(name("disk.unassign", ref), () -> disks.unassign(ref, call));
        }

        @Override
        public Disk resize(DiskRef ref, ByteSize size, Call call) {
            return trap.around(name("disk.resize", ref), () -> disks.resize(ref, size, call));
        }

        @Override
        public void delete(DiskRef ref, Deletion how, Call call) {
            boolean _ =
                    trap.around(
                            name("disk.delete", ref),
                            () -> {
                                disks.delete(ref, how, call);
                                return true;
                            });
        }

        @Override
        public Disk undelete(DiskRef ref, Call call) {
            return trap.around(name("disk.undelete", ref), () -> disks.undelete(ref, call));
        }
    }

    private record TrappedSnapshots(Snapshots snapshots, Trap trap) implements Snapshots {

        @Override
        public List<Snapshot> ensure(SnapshotSpec spec, Call call) {
            return trap.around("snapshot.ensure", () -> snapshots.ensure(spec, call));
        }

        @Override
        public void expectPossible(SnapshotSpec spec, ByteSize bytes) {
            boolean _ =
                    trap.around(
                            "snapshot.expect-possible",
                            () -> {
                                snapshots.expectPossible(spec, bytes);
                                return true;
                            });
        }

        @Override
        public List<Snapshot> awaitUsable(AppId app, SnapshotName name, Call call) {
            return trap.around("snapshot.await", () -> snapshots.awaitUsable(app, name, call));
        }

        @Override
        public List<Snapshot> list(AppId app) {
            return trap.around("snapshot.list", () -> snapshots.list(app));
        }

        @Override
        public void delete(AppId app, SnapshotName name, Call call) {
            boolean _ =
                    trap.around(
                            "snapshot.delete",
                            () -> {
                                snapshots.delete(app, name, call);
                                return true;
                            });
        }
    }

    private record TrappedAttachments(Attachments attachments, Trap trap) implements Attachments {

        @Override
        public List<Holder> holders(DiskRef disk) {
            return trap.around(name("holders", disk), () -> attachments.holders(disk));
        }

        @Override
        public Detachment ensureDetached(DiskRef disk, Call call) {
            return trap.around(
                    name("detached", disk), () -> attachments.ensureDetached(disk, call));
        }
    }

    private record TrappedRecords(Records records, Trap trap) implements Records {

        @Override
        public Optional<Versioned<OwnershipRecord>> read(AppId app) {
            return trap.around("record.read", () -> records.read(app));
        }

        @Override
        public Versioned<OwnershipRecord> swap(String version, OwnershipRecord next, Call call) {
            return trap.around("record.swap", () -> records.swap(version, next, call));
        }
    }
}
