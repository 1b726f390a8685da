package dev.kompox.driver.kit;

import static dev.kompox.driver.kit.DriverFixture.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.disk.Deletion;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.Trash;
import dev.kompox.driver.failure.Category;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Check how disks go, and come back. */
public abstract class TrashContractTest extends Contract {

    private Deletion.ToTrash toTrash() {
        return new Deletion.ToTrash(until());
    }

    private Instant until() {
        return Instant.ofEpochSecond(place.time().now().getEpochSecond() + 3600);
    }

    @Test
    void aDiskInTheTrashSaysUntilWhenAndWhoPutItThere() {
        DiskRef one = blank(DATA, "one").ref();
        Deletion.ToTrash term = toTrash();

        disks().delete(one, term, call("op-7", "delete"));

        Trash trash = disks().find(one).map(Disk::trash).orElseThrow();
        assertThat(trash.until()).isEqualTo(term.until());
        assertThat(trash.by()).isEqualTo("op-7");
        assertThat(trash.since()).isBeforeOrEqualTo(place.time().now());
    }

    @Test
    void theTrashIsListed() {
        DiskRef one = blank(DATA, "one").ref();

        disks().delete(one, toTrash(), call("delete"));

        assertThat(disks().list(app())).extracting(Disk::ref).containsExactly(one);
    }

    @Test
    void theEarlierTermIsKept() {
        DiskRef one = blank(DATA, "one").ref();
        Deletion.ToTrash first = toTrash();
        disks().delete(one, first, call("delete"));

        disks().delete(
                        one,
                        new Deletion.ToTrash(first.until().plusSeconds(99)),
                        call("op-2", "delete"));

        assertThat(disks().find(one).map(Disk::trash).orElseThrow().until())
                .isEqualTo(first.until());
    }

    @Test
    void aDiskComesBackWithItsBytes() {
        DiskRef source = written(DATA, "text");
        DiskRef copy = disk(DATA, "copy");
        disks().ensure(spec(copy, new Source.OfDisk(source)), call("copy"));
        disks().delete(copy, toTrash(), call("delete"));
        place.write(DATA, "file", "later");

        Disk back = disks().undelete(copy, call("undelete"));

        assertThat(back.trash()).isNull();
        disks().assign(copy, call("assign"));
        assertThat(file(DATA)).contains("text");
    }

    @Test
    void undeletingWhatIsNotInTheTrashChangesNothing() {
        Disk one = blank(DATA, "one");

        assertThat(disks().undelete(one.ref(), call("undelete"))).isEqualTo(one);
    }

    @Test
    void whatIsGoneForGoodIsNotFound() {
        DiskRef one = blank(DATA, "one").ref();

        disks().delete(one, new Deletion.ForGood(), call("delete"));

        assertThat(disks().find(one)).isEmpty();
        assertThat(disks().list(app())).isEmpty();
        fails(Category.NotFound.class, () -> disks().undelete(one, call("undelete")));
    }

    @Test
    void whatIsInTheTrashCanGoForGood() {
        DiskRef one = blank(DATA, "one").ref();
        disks().delete(one, toTrash(), call("delete"));

        disks().delete(one, new Deletion.ForGood(), call("expire"));

        assertThat(disks().list(app())).isEmpty();
    }

    @Test
    void deletingWhatIsAbsentSucceeds() {
        disks().delete(disk(DATA, "none"), toTrash(), call("delete"));
        disks().delete(disk(DATA, "none"), new Deletion.ForGood(), call("delete"));

        assertThat(disks().list(app())).isEmpty();
    }

    @Test
    void anAssignedDiskIsNeverDeleted() {
        DiskRef first = written(DATA, "text");

        fails(Category.InUse.class, () -> disks().delete(first, toTrash(), call("delete")));
        fails(
                Category.InUse.class,
                () -> disks().delete(first, new Deletion.ForGood(), call("delete")));

        assertThat(file(DATA)).contains("text");
        assertThat(assigned(DATA).trash()).isNull();
    }

    @Test
    void aNameIsFreeAgainAfterItsDiskIsGone() {
        DiskRef one = blank(DATA, "one").ref();
        disks().delete(one, new Deletion.ForGood(), call("delete"));
        DiskRef source = written(DATA, "text");

        disks().ensure(spec(one, new Source.OfDisk(source)), call("op-2", "make"));
        disks().assign(one, call("op-2", "assign"));

        assertThat(file(DATA)).contains("text");
    }
}
