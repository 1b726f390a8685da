package dev.kompox.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.compose.model.Project;
import dev.kompox.compose.render.ProjectPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compare with what docker compose 2.40.3 printed for the same files: JSON and YAML to the
 * character; of refusals our own message.
 */
class ConfigGoldenTest {

    static List<GoldenCase> accepted() {
        return GoldenCase.all("config").stream().filter(c -> !c.refused()).toList();
    }

    static List<GoldenCase> refused() {
        return GoldenCase.all("config").stream().filter(GoldenCase::refused).toList();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void printsWhatDockerComposePrints(GoldenCase golden) {
        Project project = ComposeLoader.load(golden.request()).project();

        assertThat(golden.portable(ProjectPrinter.json(project)) + "\n")
                .isEqualTo(golden.expected("out.json"));
        assertThat(golden.portable(ProjectPrinter.yaml(project)))
                .isEqualTo(golden.expected("out.yaml"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatDockerComposeRefuses(GoldenCase golden) throws IOException {
        String message = golden.portable(refusal(golden)) + "\n";

        Path expected = golden.folder().resolve("error.txt");
        if (Boolean.getBoolean("update.golden")) {
            Files.writeString(expected, message);
        }
        assertThat(message).isEqualTo(golden.expected("error.txt"));
    }

    private static String refusal(GoldenCase golden) {
        try {
            return "accepted: " + ComposeLoader.load(golden.request());
        } catch (ComposeException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
