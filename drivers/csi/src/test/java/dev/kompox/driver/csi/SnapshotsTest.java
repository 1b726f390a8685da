package dev.kompox.driver.csi;

import static dev.kompox.driver.csi.SnapshotPlace.APP;
import static dev.kompox.driver.csi.SnapshotPlace.call;
import static dev.kompox.driver.csi.SnapshotPlace.name;
import static dev.kompox.driver.csi.SnapshotPlace.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kompox.driver.csi.claim.Claim;
import dev.kompox.driver.csi.name.AppNames;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.driver.snapshot.SnapshotState;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What no cluster is needed for: which states a set goes through, and what is left of it. */
class SnapshotsTest {

    private static final SnapshotState USABLE = new SnapshotState.Usable();
    private static final SnapshotState CREATING = new SnapshotState.Creating();

    private final SnapshotPlace place = new SnapshotPlace();
    private final DiskRef data = place.disk("data", 3L << 30);
    private final DiskRef logs = place.disk("logs", 1L << 30);

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void isAClaimOfTheDisksClassAndSizeWhoseVolumeStays() {
        List<Snapshot> taken = place.snapshots.ensure(spec("first", logs, data), call("op-1"));

        assertThat(taken)
                .extracting(one -> one.ref().toString())
                .containsExactly("logs@first", "data@first");
        assertThat(taken)
                .allSatisfy(one -> {
                    assertThat(one.state()).isEqualTo(USABLE);
                    assertThat(one.size()).isEqualTo(SnapshotPlace.COPIED);
                    assertThat(one.consistency()).isEqualTo(Consistency.CRASH_EACH);
                    assertThat(one.createdAt()).isEqualTo(taken.getFirst().createdAt());
                    assertThat(one.tags()).containsEntry("kompox.dev/operation", "op-1");
                });
        assertThat(place.storage.policies()).containsOnly("Retain").hasSize(4);
        assertThat(place.storage.claim(claim("data", "first")).toString())
                .contains("storageClassName=fast", "storage=" + (3L << 30));
    }

    @Test
    void isNoDisk() {
        place.snapshots.ensure(spec("first", data), call("op-1"));

        assertThat(place.claims.list(APP)).extracting(Claim::ref).containsExactly(logs, data);
    }

    @Test
    void leavesNothingWhenACopyFails() {
        place.whenCopied(from -> {
            if (from.ref().equals(data)) {
                throw new DriverException(
                        new Category.Quota("space", null, null), "full", "make room");
            }
        });

        fails(
                Category.Quota.class,
                () -> place.snapshots.ensure(spec("first", logs, data), call("op-1")));

        assertThat(place.snapshots.list(APP)).isEmpty();
        assertThat(place.storage.claims()).hasSize(2);
        assertThat(place.storage.policies()).hasSize(2);
    }

    @Test
    void isBeingMadeUntilTheWholeSetIsAndIsThenBegunAnew() {
        cutOff("op-1");

        assertThat(place.snapshots.list(APP))
                .extracting(Snapshot::state)
                .containsExactly(CREATING, CREATING);
        fails(
                Category.Corrupt.class,
                () -> place.snapshots.awaitUsable(APP, name("first"), call("op-1")));
        place.copied.clear();

        assertThat(place.snapshots.ensure(spec("first", logs, data), call("op-1")))
                .extracting(Snapshot::state)
                .containsExactly(USABLE, USABLE);
        assertThat(place.copied).containsExactlyInAnyOrder("logs/main", "data/main");
        assertThat(place.storage.policies()).hasSize(4);
    }

    @Test
    void doesNotStandInTheWayWhenHalfMade() {
        cutOff("op-1");

        place.snapshots.expectPossible(spec("first", data), ByteSize.ZERO);
        place.snapshots.ensure(spec("first", data), call("op-2"));

        assertThat(place.snapshots.list(APP))
                .extracting(one -> one.ref() + " " + one.state())
                .containsExactly("data@first " + USABLE);
    }

    @Test
    void isCompleteAsAWholeFromTheFirstMarkOn() {
        // of two copies three objects are written each; then claim and volume of the one are marked
        AtomicInteger writes = new AtomicInteger();
        place.storage.breakAt(exchange ->
                exchange.getRequestMethod().equals("PATCH") && writes.incrementAndGet() > 8);
        fails(
                Category.Transient.class,
                () -> place.snapshots.ensure(spec("first", logs, data), call("op-1")));
        place.storage.breakAt(_ -> false);
        place.copied.clear();

        assertThat(marked()).isEqualTo(1);
        assertThat(place.snapshots.list(APP))
                .extracting(Snapshot::state)
                .containsExactly(USABLE, USABLE);
        place.snapshots.ensure(spec("first", logs, data), call("op-1"));
        assertThat(marked()).isEqualTo(2);
        assertThat(place.copied).isEmpty();
    }

    private long marked() {
        return List.of("data", "logs").stream()
                .map(volume -> place.storage.claim(claim(volume, "first")).toString())
                .filter(claim -> claim.contains(Keys.COMPLETE))
                .count();
    }

    @Test
    void refusesANameThatIsTaken() {
        place.snapshots.ensure(spec("first", data), call("op-1"));

        fails(
                Category.Conflict.class,
                () -> place.snapshots.ensure(spec("first", data), call("op-2")));
        fails(
                Category.Conflict.class,
                () -> place.snapshots.ensure(spec("first", logs), call("op-2")));
        fails(
                Category.Conflict.class,
                () -> place.snapshots.ensure(spec("first", data, logs), call("op-1")));
        fails(
                Category.Conflict.class,
                () -> place.snapshots.expectPossible(spec("first", data), ByteSize.ZERO));
        assertThat(place.copied).hasSize(1);
    }

    @Test
    void refusesAForeignClaimOfItsName() {
        place.snapshots.ensure(spec("first", data), call("op-1"));
        place.storage.strip(claim("data", "first"));

        DriverException early =
                fails(
                        Category.Conflict.class,
                        () -> place.snapshots.expectPossible(spec("first", data), ByteSize.ZERO));
        fails(
                Category.Conflict.class,
                () -> place.snapshots.ensure(spec("first", data), call("op-2")));

        assertThat(early.sentence()).contains(claim("data", "first"));
        assertThat(place.storage.claims()).hasSize(3);
    }

    @Test
    void tellsEarlyThatAQuotaIsUsedUp() {
        place.storage.refuseClaims(
                "persistentvolumeclaims is forbidden: exceeded quota: claims, requested:"
                        + " requests.storage=3Gi, used: requests.storage=9Gi, limited:"
                        + " requests.storage=10Gi");

        assertThatThrownBy(() -> place.snapshots.expectPossible(spec("first", data), ByteSize.ZERO))
                .hasMessageContaining("resource quota claims has requests.storage=9Gi");
    }

    @Test
    void tellsThatSomebodyRemovedItsClaimAndStillDeletesIt() {
        place.snapshots.ensure(spec("first", data, logs), call("op-1"));
        place.storage.removeClaim(claim("data", "first"));

        assertThat(place.snapshots.list(APP))
                .extracting(one -> one.ref() + " " + one.state())
                .containsExactly(
                        "data@first "
                                + new SnapshotState.Failed(
                                        "its claim was removed; its volume and its bytes are"
                                                + " still there"),
                        "logs@first " + USABLE);
        fails(
                Category.Corrupt.class,
                () -> place.snapshots.awaitUsable(APP, name("first"), call("op-1")));

        place.snapshots.delete(APP, name("first"), call("op-2"));
        assertThat(place.storage.policies()).hasSize(2);
    }

    @Test
    void goesWithItsVolume() {
        place.snapshots.ensure(spec("first", data, logs), call("op-1"));

        place.snapshots.delete(APP, name("first"), call("op-2"));

        assertThat(place.snapshots.list(APP)).isEmpty();
        assertThat(place.storage.claims()).hasSize(2);
        assertThat(place.storage.policies()).hasSize(2);
    }

    /** Take one as a process would that dies when one disk is copied and the other is not. */
    private void cutOff(String operation) {
        place.whenCopied(from -> {
            if (from.ref().equals(data)) {
                throw new AssertionError("died");
            }
        });
        assertThatThrownBy(() -> place.snapshots.ensure(spec("first", logs, data), call(operation)))
                .hasMessage("died");
        place.whenCopied(_ -> {});
    }

    private static String claim(String volume, String name) {
        return AppNames.claim(new SnapshotRef(APP, new VolumeName(volume), name(name)));
    }

    private static DriverException fails(
            Class<? extends Category> category, ThrowingCallable work) {
        DriverException failure = catchThrowableOfType(DriverException.class, work);
        assertThat(failure).isNotNull();
        assertThat(failure.category()).as(failure.sentence()).isInstanceOf(category);
        assertThat(failure.remedy()).isNotBlank();
        return failure;
    }
}
