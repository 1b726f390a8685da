package dev.kompox.driver.kit;

import static dev.kompox.driver.kit.DriverFixture.DATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kompox.driver.Runtime;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.runtime.Frozen;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.driver.runtime.InstanceState.Phase;
import dev.kompox.driver.runtime.StartRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Check the freezing of those who write. */
public abstract class FreezeContractTest extends Contract {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @BeforeEach
    void freezes() {
        assumeTrue(driver().capabilities().freeze(), "this driver does not freeze");
        runtime().start(place.workload(), StartRequest.ALL, call("start"));
    }

    private Runtime runtime() {
        return facet(driver().runtime());
    }

    private Phase phase(String service) {
        return runtime().observe(place.workload()).of(service).stream()
                .map(InstanceState::phase)
                .findFirst()
                .orElseThrow();
    }

    private Frozen freeze() {
        List<DiskRef> disks = List.of(assigned(DATA).ref());
        return runtime().freeze(place.workload(), disks, LIMIT, call("freeze"));
    }

    @Test
    void freezesWhoWritesAndLeavesTheOthers() {
        try (Frozen frozen = freeze()) {
            assertThat(frozen.names()).hasSize(1);
            assertThat(phase("db")).isEqualTo(Phase.PAUSED);
            assertThat(phase("web")).isEqualTo(Phase.RUNNING);
        }
        assertThat(phase("db")).isEqualTo(Phase.RUNNING);
    }

    @Test
    void aThawReportsThatNothingBrokeIt() {
        try (Frozen frozen = freeze()) {
            Frozen.Thawed thawed = frozen.thaw();

            assertThat(thawed.unbroken()).isTrue();
            assertThat(frozen.thaw()).isEqualTo(thawed);
        }
        assertThat(phase("db")).isEqualTo(Phase.RUNNING);
    }

    @Test
    void aForeignWriterIsRefusedAndNobodyIsFrozen() {
        place.hold(DATA, true);

        fails(Category.InUse.class, this::freeze);

        assertThat(phase("db")).isEqualTo(Phase.RUNNING);
    }

    @Test
    void aForeignReaderIsNoObstacle() {
        place.hold(DATA, false);

        try (Frozen frozen = freeze()) {
            assertThat(frozen.names()).hasSize(1);
        }
    }

    @Test
    void whereNobodyRunsNobodyIsFrozen() {
        runtime().stop(place.workload(), List.of(), call("stop"));

        try (Frozen frozen = freeze()) {
            assertThat(frozen.names()).isEmpty();
            assertThat(frozen.thaw().unbroken()).isTrue();
        }
    }

    @Test
    void aSnapshotOfTheFrozenCanBeTaken() {
        try (Frozen frozen = freeze()) {
            snapshots().ensure(spec("frozen", assigned(DATA).ref()), call("snapshot"));
            assertThat(frozen.thaw().unbroken()).isTrue();
        }
        assertThat(snapshots().list(app())).hasSize(1);
    }
}
