package dev.kompox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.cli.command.Places;
import dev.kompox.cli.fake.Screen;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the start-up cache learns must be what commands do, not how they fail. */
class TrainingTest {

    private static final Path KEYS = Path.of("../dist/training-keys").toAbsolutePath();

    @TempDir Path directory;

    @Test
    void succeedsOnItsCluster() throws IOException, InterruptedException {
        Path keys = directory.resolve("keys.p12");
        ProcessBuilder made =
                new ProcessBuilder(KEYS.toString(), keys.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        made.environment().put("JAVA_HOME", System.getProperty("java.home"));
        assertThat(made.start().waitFor()).isZero();

        Screen screen = new Screen(directory, Places.installed());
        assertThat(screen.run("__train", "kube", keys.toString())).isZero();
        assertThat(screen.err()).isEmpty();
    }
}
