package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of commands tells what the program tells. */
class CliPageTest {

    private static final Path REFERENCE = Path.of("../docs/reference").toAbsolutePath().normalize();

    @Test
    void thePageIsWhatTheProgramSays() {
        Map<String, String> environment = Map.of("KOMPOX_BIN", Program.installed().getFirst());

        Result made = Shell.run(REFERENCE, environment, List.of("./make-cli-page"));

        assertThat(made.ok().out())
                .as("run docs/reference/make-cli-page >docs/reference/cli.md")
                .isEqualTo(Shell.read(REFERENCE.resolve("cli.md")));
    }
}
