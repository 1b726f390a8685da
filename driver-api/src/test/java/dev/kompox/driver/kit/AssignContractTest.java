package dev.kompox.driver.kit;

import static dev.kompox.driver.kit.DriverFixture.DATA;
import static dev.kompox.driver.kit.DriverFixture.LOGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.Disks;
import dev.kompox.driver.disk.Deletion;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.failure.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Check how a volume comes to find another disk. */
public abstract class AssignContractTest extends Contract {

    @Test
    void theVolumeFindsTheAssignedDisk() {
        DiskRef first = written(DATA, "first");
        blank(DATA, "other");

        Disk assigned = disks().assign(disk(DATA, "other"), call("assign"));

        assertThat(assigned.assigned()).isTrue();
        assertThat(file(DATA)).isEmpty();
        assertThat(disks().find(first).orElseThrow().assigned()).isFalse();
        assertThat(assigned(DATA).ref()).isEqualTo(disk(DATA, "other"));
    }

    @Test
    void theDiskBeforeKeepsItsNameAndItsBytes() {
        DiskRef first = written(DATA, "first");
        blank(DATA, "other");
        disks().assign(disk(DATA, "other"), call("assign"));
        place.write(DATA, "file", "second");

        disks().assign(first, call("back"));

        assertThat(file(DATA)).contains("first");
        disks().assign(disk(DATA, "other"), call("forth"));
        assertThat(file(DATA)).contains("second");
    }

    @Test
    void assigningWhatIsAssignedChangesNothing() {
        DiskRef first = written(DATA, "first");

        Disk again = disks().assign(first, call("assign"));

        assertThat(again.assigned()).isTrue();
        assertThat(file(DATA)).contains("first");
        assertThat(disks().list(app())).hasSize(1);
    }

    @Test
    void theSameCallAgainChangesNothing() {
        written(DATA, "first");
        blank(DATA, "other");

        disks().assign(disk(DATA, "other"), call("assign"));
        place.write(DATA, "file", "second");
        disks().assign(disk(DATA, "other"), call("assign"));

        assertThat(file(DATA)).contains("second");
    }

    @Test
    void otherVolumesAreLeftAlone() {
        written(DATA, "data");
        DiskRef logs = written(LOGS, "logs");
        blank(DATA, "other");

        disks().assign(disk(DATA, "other"), call("assign"));

        assertThat(file(LOGS)).contains("logs");
        assertThat(assigned(LOGS).ref()).isEqualTo(logs);
    }

    @Test
    void aVolumeThatHasNoDiskYetFindsTheFirst() {
        written(DATA, "text");
        disks().ensure(
                        spec(disk(LOGS, "copy"), new Source.OfDisk(assigned(DATA).ref())),
                        call("copy"));

        disks().assign(disk(LOGS, "copy"), call("assign"));

        assertThat(file(LOGS)).contains("text");
        assertThat(assigned(LOGS).ref()).isEqualTo(disk(LOGS, "copy"));
    }

    @Test
    void twoVolumesOfAnAppAreGivenDisksAtOnce() throws InterruptedException {
        written(DATA, "first");
        written(LOGS, "first");
        blank(DATA, "other");
        blank(LOGS, "other");
        Disks shared = disks();
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (DiskRef ref : List.of(disk(DATA, "other"), disk(LOGS, "other"))) {
            threads.add(
                    Thread.ofPlatform()
                            .uncaughtExceptionHandler((_, e) -> failures.add(e))
                            .start(() -> shared.assign(ref, call("assign " + ref))));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failures).isEmpty();
        assertThat(assigned(DATA).ref()).isEqualTo(disk(DATA, "other"));
        assertThat(assigned(LOGS).ref()).isEqualTo(disk(LOGS, "other"));
        assertThat(file(DATA)).isEmpty();
        assertThat(file(LOGS)).isEmpty();
    }

    @Test
    void aHeldVolumeIsInUse() {
        DiskRef first = written(DATA, "first");
        blank(DATA, "other");
        place.hold(DATA, true);

        fails(Category.InUse.class, () -> disks().assign(disk(DATA, "other"), call("assign")));

        place.letGo();
        assertThat(assigned(DATA).ref()).isEqualTo(first);
        assertThat(file(DATA)).contains("first");
    }

    @Test
    void aReaderHoldsAVolumeToo() {
        written(DATA, "first");
        blank(DATA, "other");
        place.hold(DATA, false);

        fails(Category.InUse.class, () -> disks().assign(disk(DATA, "other"), call("assign")));
    }

    @Test
    void anAbsentDiskIsNotFound() {
        written(DATA, "first");

        fails(Category.NotFound.class, () -> disks().assign(disk(DATA, "none"), call("assign")));
    }

    @Test
    void aDiskInTheTrashIsRefused() {
        written(DATA, "first");
        blank(DATA, "other");
        disks().delete(
                        disk(DATA, "other"),
                        new Deletion.ToTrash(place.time().now().plusSeconds(3600)),
                        call("delete"));

        fails(Category.Invalid.class, () -> disks().assign(disk(DATA, "other"), call("assign")));
        assertThat(file(DATA)).contains("first");
    }

    @Test
    void unassigningLeavesTheVolumeWithoutADisk() {
        DiskRef first = written(DATA, "first");

        Disk free = disks().unassign(first, call("unassign"));

        assertThat(free.assigned()).isFalse();
        assertThat(file(DATA)).isEmpty();
        assertThat(disks().list(app())).noneMatch(Disk::assigned);
    }

    @Test
    void anUnassignedDiskComesBackWithItsBytes() {
        DiskRef first = written(DATA, "first");
        disks().unassign(first, call("unassign"));

        disks().assign(first, call("assign"));

        assertThat(file(DATA)).contains("first");
        assertThat(disks().list(app())).extracting(Disk::ref).containsExactly(first);
    }

    @Test
    void unassigningWhatIsNotAssignedChangesNothing() {
        DiskRef first = written(DATA, "first");
        blank(DATA, "other");

        disks().unassign(disk(DATA, "other"), call("unassign"));

        assertThat(assigned(DATA).ref()).isEqualTo(first);
    }

    @Test
    void aHeldDiskIsNotUnassigned() {
        DiskRef first = written(DATA, "first");
        place.hold(DATA, true);

        fails(Category.InUse.class, () -> disks().unassign(first, call("unassign")));

        assertThat(assigned(DATA).ref()).isEqualTo(first);
    }
}
