package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a filesystem that can share blocks, copies take next to no room. */
class ReflinkTest {

    private static final int DATA = 100;
    private static final long LITTLE = 20L << 20;

    @TempDir private Path parent;

    @ParameterizedTest
    @ValueSource(strings = {"xfs", "btrfs"})
    void copiesShareTheirBlocks(String filesystem) throws IOException {
        // no room for a second copy
        try (PrivateEngine engine = PrivateEngine.on(filesystem, 400);
                App app = engine.app(parent, "reflink" + filesystem)) {
            app.kompox("up").ok();
            Plain.fill(app, "big", DATA);
            String then = Plain.content(app);
            engine.leave(DATA / 2);
            long used = engine.used();

            app.kompox("snapshot", "create", "--name", "first").ok();

            String snapshot = Plain.volume(app) + ".snapshot.first";
            assertThat(engine.used() - used).isBetween(0L, LITTLE);
            assertThat(engine.size(snapshot, "big")).isEqualTo((long) DATA << 20);
            Plain.fill(app, "other", 1);
            Plain.write(app, "big", "overwritten");
            app.kompox("restore", "first", "--yes").ok();
            assertThat(Plain.content(app)).isEqualTo(then);
            assertThat(engine.used() - used).isBetween(0L, LITTLE);
        }
    }
}
