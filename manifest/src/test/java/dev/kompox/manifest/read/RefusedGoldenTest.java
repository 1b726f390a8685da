package dev.kompox.manifest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kompox.compose.Problem;
import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.manifest.GoldenFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told about documents that are refused or passed over, to the character. */
final class RefusedGoldenTest {

    static List<GoldenFolder> refused() {
        return GoldenFolder.all("refused");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void tellsWhatIsWrongAndHowToMendIt(GoldenFolder golden) {
        Diagnostics diagnostics = new Diagnostics("/project");
        KomReader.read(
                Path.of("/project/in-kom.yaml"),
                "in-kom.yaml",
                golden.text("in-kom.yaml"),
                diagnostics);
        Throwable refusal = catchThrowable(diagnostics::stopOnErrors);
        String warnings =
                diagnostics.warnings().stream()
                        .map(Problem::render)
                        .collect(Collectors.joining("\n"));

        String told = (refusal == null ? warnings : refusal.getMessage()) + "\n";

        assertThat(told).doesNotContain("hunter2");
        golden.expect("out-error.txt", told);
    }
}
