package dev.kompox.driver.kit;

import static dev.kompox.driver.kit.DriverFixture.DATA;
import static dev.kompox.driver.kit.DriverFixture.LOGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskState;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.failure.Category;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Check how disks are made, found and listed. */
public abstract class DisksContractTest extends Contract {

    @Test
    void anAppThatNeverRanHasNoDisks() {
        assertThat(disks().list(app())).isEmpty();
        assertThat(disks().find(disk(DATA, "none"))).isEmpty();
    }

    @Test
    void makesABlankDisk() {
        Disk disk = blank(DATA, "one");

        assertThat(disk.ref()).isEqualTo(disk(DATA, "one"));
        assertThat(disk.assigned()).isFalse();
        assertThat(disk.trash()).isNull();
        assertThat(disk.state()).isEqualTo(new DiskState.Available());
        assertThat(disk.location()).isEqualTo(driver().location());
        assertThat(disk.source()).isEqualTo(new Source.Blank());
    }

    @Test
    void anotherProcessFindsTheDisk() {
        Disk made = blank(DATA, "one");

        assertThat(disks().find(made.ref())).contains(made);
        assertThat(disks().list(app())).contains(made);
    }

    @Test
    void theSameWishAgainReturnsTheSameDisk() {
        Disk first = blank(DATA, "one");

        assertThat(blank(DATA, "one").nativeId()).isEqualTo(first.nativeId());
        assertThat(disks().list(app())).hasSize(1);
    }

    @Test
    void anAgreeingDiskOfAnotherOperationIsReturned() {
        Disk first = blank(DATA, "one");

        Disk again =
                disks().ensure(spec(first.ref(), new Source.Blank()), call("op-2", "make again"));

        assertThat(again.nativeId()).isEqualTo(first.nativeId());
    }

    @Test
    void aDisagreeingDiskIsAConflict() {
        DiskRef source = written(DATA, "text");
        blank(DATA, "one");

        fails(
                Category.Conflict.class,
                () ->
                        disks().ensure(
                                        spec(disk(DATA, "one"), new Source.OfDisk(source)),
                                        call("make")));
    }

    @Test
    void remembersWhichOperationMadeIt() {
        Disk made = blank(DATA, "one");

        assertThat(made.tags()).containsEntry("kompox.dev/operation", "op-1");
    }

    @Test
    void aCopyHoldsWhatTheDiskHeld() {
        DiskRef source = written(DATA, "before");

        disks().ensure(spec(disk(DATA, "copy"), new Source.OfDisk(source)), call("copy"));
        place.write(DATA, "file", "after");
        disks().assign(disk(DATA, "copy"), call("assign"));

        assertThat(file(DATA)).contains("before");
    }

    @Test
    void aCopyLeavesItsSourceAlone() {
        DiskRef source = written(DATA, "text");

        Disk copy = disks().ensure(spec(disk(DATA, "copy"), new Source.OfDisk(source)), call("c"));

        assertThat(copy.source()).isEqualTo(new Source.OfDisk(source));
        assertThat(file(DATA)).contains("text");
        assertThat(assigned(DATA).ref()).isEqualTo(source);
    }

    @Test
    void anAbsentSourceIsNotFound() {
        fails(
                Category.NotFound.class,
                () ->
                        disks().ensure(
                                        spec(
                                                disk(DATA, "copy"),
                                                new Source.OfDisk(disk(DATA, "none"))),
                                        call("copy")));
        fails(
                Category.NotFound.class,
                () ->
                        disks().ensure(
                                        spec(
                                                disk(DATA, "copy"),
                                                new Source.OfSnapshot(snapshot(DATA, "none"))),
                                        call("copy")));
        assertThat(disks().find(disk(DATA, "copy"))).isEmpty();
    }

    @Test
    void aSourceThatIsWrittenToIsInUse() {
        DiskRef source = written(DATA, "text");
        place.hold(DATA, true);

        fails(
                Category.InUse.class,
                () ->
                        disks().ensure(
                                        spec(disk(DATA, "copy"), new Source.OfDisk(source)),
                                        call("copy")));
        assertThat(disks().list(app())).extracting(Disk::ref).containsExactly(source);
    }

    @Test
    void theDiskThatTheAppFindsIsListedThoughKompoxDidNotMakeIt() {
        place.write(DATA, "file", "text");

        List<Disk> disks = disks().list(app());

        assertThat(disks).hasSize(1);
        assertThat(disks.getFirst().assigned()).isTrue();
        assertThat(disks.getFirst().ref().volume()).isEqualTo(DATA);
    }

    @Test
    void listsTheNewestFirst() {
        blank(DATA, "b-first");
        pass();
        blank(LOGS, "a-second");
        pass();
        blank(DATA, "c-third");

        assertThat(disks().list(app()))
                .extracting(disk -> disk.ref().name().value())
                .containsExactly("c-third", "a-second", "b-first");
    }

    @Test
    void whoHoldsADiskIsSaid() {
        written(DATA, "text");
        place.hold(DATA, false);

        assertThat(assigned(DATA).state()).isInstanceOf(DiskState.Attached.class);

        place.letGo();
        assertThat(assigned(DATA).state()).isEqualTo(new DiskState.Available());
    }

    private void pass() {
        try {
            place.time().sleep(Duration.ofMillis(20));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
