package dev.kompox.operations.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.lab.Traits;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.plan.RestorePlan;
import dev.kompox.operations.world.MemoryDirectory;
import dev.kompox.operations.world.TestApp;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kill operations at every journal record and every call, on a simulated provider: go on, or roll
 * back, and compare bytes. Both on one that does all at once and on one that takes its time. All
 * the while the app writes whenever it runs, and no write that was acknowledged may be lost.
 */
class LabSweepTest {

    private static final long SEED = 20260303;
    private static final int SECOND_KILLS = Most.of(400);

    private static final String RUNNING =
            """
            db RUNNING
            web RUNNING
            worker RUNNING
            """;

    @TempDir(factory = MemoryDirectory.class)
    Path directory;

    enum Provider {
        ENGINE,
        CLOUD;

        private Traits traits() {
            return switch (this) {
                case ENGINE -> Traits.engine();
                case CLOUD -> Traits.cloud();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void snapshotWithTheAppStopped(Provider provider) {
        assertThat(
                        sweep(
                                provider,
                                "stopped",
                                ground -> ground,
                                seen -> Doing.snapshot(seen, false)))
                .isEqualTo(
                        """
                        disk db/main assigned [row 1]
                        disk files/main assigned [file 1]
                        snapshot db@monday stopped [row 1]
                        snapshot files@monday stopped [file 1]
                        """
                                + RUNNING
                                + "owner {db=main, files=main}\n");
    }

    @ParameterizedTest
    @EnumSource
    void snapshotWithTheAppFrozen(Provider provider) {
        assertThat(sweep(provider, "frozen", ground -> ground, seen -> Doing.snapshot(seen, true)))
                .isEqualTo(
                        """
                        disk db/main assigned [row 1]
                        disk files/main assigned [file 1]
                        snapshot db@monday frozen [row 1]
                        snapshot files@monday frozen [file 1]
                        """
                                + RUNNING
                                + "owner {db=main, files=main}\n");
    }

    @ParameterizedTest
    @EnumSource
    void restore(Provider provider) {
        assertThat(sweep(provider, "restore", LabGround::snapshotThenWrite, Doing::restore))
                .isEqualTo(
                        """
                        disk db/main in the trash by rs [row 1, row 2]
                        disk db/monday assigned [row 1]
                        disk files/main in the trash by rs [file 1]
                        disk files/monday assigned [file 1]
                        snapshot db@monday stopped [row 1]
                        snapshot files@monday stopped [file 1]
                        """
                                + RUNNING
                                + "owner {db=monday, files=monday}\n");
    }

    @ParameterizedTest
    @EnumSource
    void undoOfARestore(Provider provider) {
        String look =
                sweep(
                        provider,
                        "undo of a restore",
                        ground ->
                                ground.snapshotThenWrite()
                                        .carryOut(Doing::restore)
                                        .write(TestApp.DB, "row 3"),
                        seen -> RestorePlan.undo(seen, Doing.WEEK));
        assertThat(look)
                .isEqualTo(
                        """
                        disk db/main assigned [row 1, row 2]
                        disk db/monday in the trash by un [row 1, row 3]
                        disk files/main assigned [file 1]
                        disk files/monday in the trash by un [file 1]
                        snapshot db@monday stopped [row 1]
                        snapshot files@monday stopped [file 1]
                        """
                                + RUNNING
                                + "owner {db=main, files=main}\n");
    }

    @ParameterizedTest
    @EnumSource
    void destroyWithDisks(Provider provider) {
        assertThat(sweep(provider, "destroy", ground -> ground, Doing::destroy))
                .isEqualTo(
                        """
                        disk db/main in the trash by dn [row 1]
                        disk files/main in the trash by dn [file 1]
                        owner {}
                        """);
    }

    private String sweep(
            Provider provider,
            String name,
            UnaryOperator<LabGround> setup,
            Function<Observation, Plan> planner) {
        AtomicReference<String> after = new AtomicReference<>("");
        KillSweep sweep =
                new KillSweep(
                        name + " on a lab like " + provider,
                        () -> {
                            LabGround ground = LabGround.running(provider.traits(), directory);
                            return new AppSwept(
                                    setup.apply(ground), planner, after, new TreeMap<>());
                        });
        assertThat(sweep.run(SECOND_KILLS, SEED).points()).isGreaterThan(30);
        return after.get();
    }
}
