package dev.kompox.operations.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.lab.Traits;
import dev.kompox.operations.world.MemoryDirectory;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill a move at every journal record and every call at either place: go on, or roll back. In every
 * case the app runs at exactly one place, and has everything that was ever acknowledged to it.
 */
class MoveSweepTest {

    private static final long SEED = 20261124;
    private static final int SECOND_KILLS = Most.of(400);

    private static final String MOVED =
            """
            lab/old:
              disk db/main in the trash by mv
              disk files/main in the trash by mv
              sealed
            lab/new:
              disk db/main assigned
              disk files/main assigned
              db RUNNING
              web RUNNING
              worker RUNNING
              owner, epoch 2 {db=main, files=main}
            """;

    @TempDir(factory = MemoryDirectory.class)
    Path directory;

    @Test
    void fromEngineToEngine() {
        assertThat(sweep("engine to engine", Traits.engine(), Traits.engine(), ground -> ground))
                .isEqualTo(MOVED);
    }

    @Test
    void fromEngineToCloud() {
        assertThat(sweep("engine to cloud", Traits.engine(), Traits.cloud(), ground -> ground))
                .isEqualTo(MOVED);
    }

    @Test
    void andBackAgain() {
        assertThat(
                        sweep(
                                "cloud back to engine",
                                Traits.engine(),
                                Traits.cloud(),
                                MoveGround::moved))
                .isEqualTo(
                        """
                        lab/old:
                          disk db/main in the trash by mv
                          disk db/main-2 assigned
                          disk files/main in the trash by mv
                          disk files/main-2 assigned
                          db RUNNING
                          web RUNNING
                          worker RUNNING
                          owner, epoch 3 {db=main-2, files=main-2}
                        lab/new:
                          disk db/main in the trash by mv
                          disk files/main in the trash by mv
                          sealed
                        """);
    }

    private String sweep(
            String name, Traits source, Traits target, UnaryOperator<MoveGround> setup) {
        AtomicReference<String> after = new AtomicReference<>("");
        KillSweep sweep =
                new KillSweep(
                        "move, " + name,
                        () -> {
                            MoveGround ground =
                                    setup.apply(MoveGround.running(source, target, directory));
                            return new AppSwept(ground, _ -> ground.plan(), after, new TreeMap<>());
                        });
        assertThat(sweep.tolerating(25).run(SECOND_KILLS, SEED).points()).isGreaterThan(60);
        return after.get();
    }
}
