package dev.kompox.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.compose.render.ProjectPrinter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ask the docker compose of this machine about every golden case, here and now. */
class ConfigOracleTest {

    @BeforeAll
    static void present() {
        DockerCompose.assumePresent();
    }

    static List<GoldenCase> cases() {
        return GoldenCase.all("config");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithDockerCompose(GoldenCase golden) {
        LoadRequest request = golden.request();
        List<String> options = new ArrayList<>();
        request.files().forEach(file -> options.addAll(List.of("-f", file.toString())));
        request.profiles().forEach(profile -> options.addAll(List.of("--profile", profile)));

        String theirs = DockerCompose.config(golden.folder(), request.environment(), options);

        assertThat(ours(request)).isEqualTo(theirs == null ? "refused" : theirs.strip());
    }

    static String ours(LoadRequest request) {
        try {
            return ProjectPrinter.json(ComposeLoader.load(request).project()).strip();
        } catch (ComposeException e) {
            return "refused";
        }
    }
}
