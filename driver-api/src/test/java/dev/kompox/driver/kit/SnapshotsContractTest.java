package dev.kompox.driver.kit;

import static dev.kompox.driver.kit.DriverFixture.DATA;
import static dev.kompox.driver.kit.DriverFixture.LOGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Check snapshots and the disks that are made from them. */
public abstract class SnapshotsContractTest extends Contract {

    private static SnapshotName name(String name) {
        return new SnapshotName(name);
    }

    private List<Snapshot> take(String name, DiskRef... disks) {
        snapshots().ensure(spec(name, disks), call("snapshot " + name));
        return snapshots().awaitUsable(app(), name(name), call("wait " + name));
    }

    @Test
    void aNewAppHasNone() {
        assertThat(snapshots().list(app())).isEmpty();
    }

    @Test
    void takesEveryDiskOfASetInItsOrder() {
        DiskRef data = written(DATA, "data");
        DiskRef logs = written(LOGS, "logs");

        List<Snapshot> taken = take("first", logs, data);

        assertThat(taken)
                .extracting(Snapshot::ref)
                .containsExactlyInAnyOrder(snapshot(LOGS, "first"), snapshot(DATA, "first"));
        assertThat(taken)
                .allSatisfy(one -> {
                    assertThat(one.state()).isEqualTo(new SnapshotState.Usable());
                    assertThat(one.consistency()).isEqualTo(Consistency.STOPPED);
                    assertThat(one.reach().covers(driver().location())).isTrue();
                });
    }

    @Test
    void anotherProcessListsThem() {
        take("first", written(DATA, "data"));

        assertThat(snapshots().list(app()))
                .extracting(Snapshot::ref)
                .containsExactly(snapshot(DATA, "first"));
    }

    @Test
    void takingLeavesTheDiskAlone() {
        DiskRef data = written(DATA, "data");

        take("first", data);

        assertThat(file(DATA)).contains("data");
        assertThat(assigned(DATA).ref()).isEqualTo(data);
    }

    @Test
    void aDiskMadeFromItHoldsThatMomentsBytes() {
        take("first", written(DATA, "before"));
        place.write(DATA, "file", "after");

        disks().ensure(
                        spec(
                                disk(DATA, "restored"),
                                new Source.OfSnapshot(snapshot(DATA, "first"))),
                        call("restore"));
        disks().assign(disk(DATA, "restored"), call("assign"));

        assertThat(file(DATA)).contains("before");
    }

    @Test
    void writingToADiskMadeFromItDoesNotChangeIt() {
        take("first", written(DATA, "before"));
        Source source = new Source.OfSnapshot(snapshot(DATA, "first"));
        disks().ensure(spec(disk(DATA, "one"), source), call("one"));
        disks().assign(disk(DATA, "one"), call("assign one"));
        place.write(DATA, "file", "after");

        disks().ensure(spec(disk(DATA, "two"), source), call("two"));
        disks().assign(disk(DATA, "two"), call("assign two"));

        assertThat(file(DATA)).contains("before");
    }

    @Test
    void theSameCallAgainKeepsWhatIsComplete() {
        DiskRef data = written(DATA, "before");
        take("first", data);
        place.write(DATA, "file", "after");

        take("first", data);
        disks().ensure(
                        spec(disk(DATA, "one"), new Source.OfSnapshot(snapshot(DATA, "first"))),
                        call("one"));
        disks().assign(disk(DATA, "one"), call("assign"));

        assertThat(file(DATA)).contains("before");
        assertThat(snapshots().list(app())).hasSize(1);
    }

    @Test
    void aCompleteSetOfAnotherOperationIsAConflict() {
        DiskRef data = written(DATA, "data");
        take("first", data);

        fails(
                Category.Conflict.class,
                () -> snapshots().ensure(spec("first", data), call("op-2", "snapshot first")));
    }

    @Test
    void anAbsentDiskIsNotFoundAndLeavesNothing() {
        DiskRef data = written(DATA, "data");

        fails(
                Category.NotFound.class,
                () ->
                        snapshots()
                                .ensure(spec("first", data, disk(LOGS, "none")), call("snapshot")));

        assertThat(snapshots().list(app()))
                .noneMatch(one -> one.state().equals(new SnapshotState.Usable()));
    }

    @Test
    void waitingForWhatIsAbsentIsNotFound() {
        fails(
                Category.NotFound.class,
                () -> snapshots().awaitUsable(app(), name("none"), call("wait")));
    }

    @Test
    void listsTheNewestFirst() throws InterruptedException {
        DiskRef data = written(DATA, "data");
        DiskRef logs = written(LOGS, "logs");
        take("b-older", data, logs);
        place.time().sleep(Duration.ofMillis(20));
        take("a-newer", data, logs);

        assertThat(snapshots().list(app()))
                .extracting(one -> one.ref().toString())
                .containsExactly("data@a-newer", "logs@a-newer", "data@b-older", "logs@b-older");
    }

    @Test
    void everyMemberNamesAllMembers() {
        DiskRef data = written(DATA, "data");
        DiskRef logs = written(LOGS, "logs");

        assertThat(take("first", data, logs))
                .allSatisfy(one -> assertThat(one.members()).containsExactlyInAnyOrder(DATA, LOGS));
    }

    @Test
    void deletesTheWholeSet() {
        take("first", written(DATA, "data"), written(LOGS, "logs"));

        snapshots().delete(app(), name("first"), call("delete"));

        assertThat(snapshots().list(app())).isEmpty();
        assertThat(file(DATA)).contains("data");
    }

    @Test
    void deletingWhatIsAbsentSucceeds() {
        snapshots().delete(app(), name("none"), call("delete"));

        assertThat(snapshots().list(app())).isEmpty();
    }

    @Test
    void disksMadeFromItOutliveIt() {
        take("first", written(DATA, "before"));
        disks().ensure(
                        spec(disk(DATA, "one"), new Source.OfSnapshot(snapshot(DATA, "first"))),
                        call("one"));

        snapshots().delete(app(), name("first"), call("delete"));
        place.write(DATA, "file", "after");
        disks().assign(disk(DATA, "one"), call("assign"));

        assertThat(file(DATA)).contains("before");
    }

    @Test
    void anotherSnapshotStaysWhenOneGoes() {
        DiskRef data = written(DATA, "data");
        take("first", data);
        take("second", data);

        snapshots().delete(app(), name("first"), call("delete"));

        assertThat(snapshots().list(app()))
                .extracting(one -> one.ref().name().value())
                .containsExactly("second");
    }
}
