package dev.kompox.driver.csi;

import static dev.kompox.driver.kit.DriverFixture.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.bytes.HelperSession;
import dev.kompox.driver.bytes.Mount;
import dev.kompox.driver.bytes.Program;
import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.kit.SnapshotsContractTest;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotState;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The kit on a real cluster, and what is particular to one. */
@Tag("cluster")
class CsiSnapshotsContractTest extends SnapshotsContractTest {

    @Override
    protected DriverFixture fixture() {
        return CsiFixture.make();
    }

    @Test
    void aDiskThatIsWrittenToIsTakenWhereItsPodRuns() {
        DiskRef data = written(DATA, "text");
        place.hold(DATA, true);

        List<Snapshot> taken = snapshots().ensure(spec("first", data), call("snapshot"));
        place.letGo();

        assertThat(taken).extracting(Snapshot::state).containsExactly(new SnapshotState.Usable());
    }

    @Test
    void programsReadItAndItsSizeIsKnown() {
        place.write(DATA, "file", "x".repeat(300_000));
        Snapshot taken =
                snapshots()
                        .ensure(spec("first", assigned(DATA).ref()), call("snapshot"))
                        .getFirst();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        try (HelperSession session =
                driver().bytes()
                        .orElseThrow()
                        .open(List.of(Mount.reading("tree", taken.ref())), call("helper"))) {
            int code =
                    session.run(
                            new Program.Manifest("tree", true),
                            Streams.Piped.to(out, OutputStream.nullOutputStream()),
                            call("manifest"));
            assertThat(code).isZero();
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("file");
        assertThat(driver().bytes().orElseThrow().usage(app(), call("usage")))
                .hasEntrySatisfying(
                        taken.nativeId(),
                        size -> assertThat(size.bytes()).isBetween(300_000L, 3_000_000L));
    }

    @Test
    void whatIsTakenInTheMiddleIsNoneYetAndIsTakenAnew() {
        DiskRef data = written(DATA, "text");
        snapshots().ensure(spec("first", data), call("snapshot"));
        ((CsiFixture) place).halfMake();

        assertThat(snapshots().list(app()))
                .extracting(Snapshot::state)
                .containsExactly(new SnapshotState.Creating());
        fails(
                Category.Corrupt.class,
                () -> snapshots().awaitUsable(app(), new SnapshotName("first"), call("wait")));

        assertThat(snapshots().ensure(spec("first", data), call("snapshot")))
                .extracting(Snapshot::state)
                .containsExactly(new SnapshotState.Usable());
    }

    @Test
    void nothingIsLeftOnTheClusterWhenItIsDeleted() {
        snapshots().ensure(spec("first", written(DATA, "text")), call("snapshot"));
        assertThat(((CsiFixture) place).snapshotObjects()).hasSize(2);

        snapshots().delete(app(), new SnapshotName("first"), call("delete"));

        assertThat(((CsiFixture) place).snapshotObjects()).isEmpty();
    }
}
