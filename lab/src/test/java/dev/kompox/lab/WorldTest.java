package dev.kompox.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.Records;
import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskState;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.record.Versioned;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotSpec;
import dev.kompox.driver.snapshot.SnapshotState;
import dev.kompox.lab.fault.Fault;
import dev.kompox.lab.fault.Faults;
import dev.kompox.lab.tree.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What strangers, hardware and time do to a place. */
class WorldTest {

    private final LabWorld world = new LabWorld(Traits.cloud());

    private OwnershipRecord owner(long epoch) {
        return new OwnershipRecord(
                Shop.APP, epoch, world.location(), new LinkedHashMap<>(), Instant.EPOCH, "ann");
    }

    @Test
    void aSnapshotBecomesUsableWithTime() {
        world.use(Shop.APP, Shop.DB).write("file", "text");
        Snapshot taken = Shop.snapshot(world, "one");
        assertThat(taken.state()).isEqualTo(new SnapshotState.Creating());
        List<Snapshot> usable =
                world.open()
                        .snapshots()
                        .orElseThrow()
                        .awaitUsable(Shop.APP, taken.ref().name(), Shop.call(world, "wait"));
        assertThat(usable.getFirst().state()).isEqualTo(new SnapshotState.Usable());
        assertThat(Duration.between(taken.createdAt(), world.time().now()))
                .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(41));
    }

    @Test
    void saysWithoutMakingAnythingThatASnapshotWouldNotBePossible() {
        world.use(Shop.APP, Shop.DB).write("file", "0123456789");
        var snapshots = world.open().snapshots().orElseThrow();
        SnapshotSpec spec =
                new SnapshotSpec(
                        Shop.APP,
                        new SnapshotName("one"),
                        List.of(Shop.disk("main")),
                        Consistency.STOPPED);
        Runnable expect = () -> snapshots.expectPossible(spec, new ByteSize(10));
        expect.run();
        world.limitRoom(new ByteSize(15));
        assertThat(Shop.category(expect)).isEqualTo(Category.Quota.class);
        world.limitRoom(null);
        assertThat(snapshots.list(Shop.APP)).isEmpty();
        Shop.snapshot(world, "one");
        assertThat(Shop.category(expect)).isEqualTo(Category.Conflict.class);
    }

    @Test
    void aBrokenDiskIsFailedAndCannotBeAssigned() {
        var disks = world.open().disks().orElseThrow();
        Disk disk = disks.ensure(Shop.blank(world, "one"), Shop.call(world, "make"));
        world.breakDisk(disk.ref(), "it burnt");
        assertThat(disks.find(disk.ref()).orElseThrow().state())
                .isEqualTo(new DiskState.Failed("it burnt"));
        assertThat(Shop.category(() -> disks.assign(disk.ref(), Shop.call(world, "assign"))))
                .isEqualTo(Category.Invalid.class);
    }

    @Test
    void disksGrowAndNeverShrink() {
        var disks = world.open().disks().orElseThrow();
        Disk disk = disks.ensure(Shop.blank(world, "one"), Shop.call(world, "make"));
        assertThat(disk.size()).isEqualTo(new ByteSize(1L << 30));
        ByteSize more = new ByteSize(2L << 30);
        assertThat(disks.resize(disk.ref(), more, Shop.call(world, "grow")).size()).isEqualTo(more);
        ByteSize less = new ByteSize(1);
        assertThat(Shop.category(() -> disks.resize(disk.ref(), less, Shop.call(world, "shrink"))))
                .isEqualTo(Category.Invalid.class);
    }

    @Test
    void aStrangerWhoDoesNotRunKeepsADiskFromBeingRemoved() {
        var disks = world.open().disks().orElseThrow();
        Disk disk = disks.ensure(Shop.blank(world, "one"), Shop.call(world, "make"));
        world.hold(disk.ref(), new Holder("container", "x", "x", false, true, false));
        Runnable delete = () -> disks.delete(disk.ref(), Shop.FOR_GOOD, Shop.call(world, "delete"));
        assertThat(Shop.category(delete)).isEqualTo(Category.InUse.class);
        world.letGo("x");
        delete.run();
        assertThat(disks.find(disk.ref())).isEmpty();
    }

    @Test
    void aForeignThingKeepsItsName() {
        var disks = world.open().disks().orElseThrow();
        world.putForeign(world.nativeId(Shop.disk("one")), new Tree());
        assertThat(
                        Shop.category(() ->
                                disks.ensure(Shop.blank(world, "one"), Shop.call(world, "make"))))
                .isEqualTo(Category.Conflict.class);
    }

    @Test
    void aSpoiledRecordIsCorruptUntilItIsMended() {
        Records records = world.open().records().orElseThrow();
        Versioned<OwnershipRecord> written =
                records.swap(Versioned.ABSENT, owner(1), Shop.call(world, "own"));
        world.spoilRecord(Shop.APP);
        assertThat(Shop.category(() -> records.read(Shop.APP))).isEqualTo(Category.Corrupt.class);
        assertThat(
                        Shop.category(() ->
                                records.swap(written.version(), owner(2), Shop.call(world, "own"))))
                .isEqualTo(Category.Corrupt.class);
        world.mendRecord(Shop.APP);
        assertThat(records.read(Shop.APP)).contains(written);
    }

    @Test
    void aSwapWhoseAnswerWasLostSucceedsAgainForTheSameTokenOnly() {
        Faults faults = Faults.none().on("records.swap", new Fault.LostAnswer());
        Records records = world.open(faults).records().orElseThrow();
        Runnable swap = () -> records.swap(Versioned.ABSENT, owner(1), Shop.call(world, "own"));
        assertThat(Shop.category(swap)).isEqualTo(Category.Transient.class);
        swap.run();
        assertThat(records.read(Shop.APP).orElseThrow().version()).isEqualTo("1");
        assertThat(
                        Shop.category(() ->
                                records.swap(
                                        Versioned.ABSENT, owner(1), Shop.call(world, "other"))))
                .isEqualTo(Category.Conflict.class);
    }

    @Test
    void timeIsTheSameInEveryWorld() {
        assertThat(world.time().now()).isEqualTo(LabTime.START);
        assertThat(world.time().skewed(Duration.ofHours(-1)).now())
                .isEqualTo(LabTime.START.minusSeconds(3600));
    }
}
