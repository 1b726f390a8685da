package dev.kompox.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ask the docker compose of this machine about both sides of every rule. */
class RulesOracleTest {

    @TempDir private Path directory;

    @BeforeAll
    static void present() {
        DockerCompose.assumeAtLeast("2.40");
    }

    static List<String> accepted() {
        return RuleCases.accepted();
    }

    static List<RuleCases.Case> refused() {
        return RuleCases.refused();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void agreesOnWhatKeepsARule(String model) {
        Verdicts verdicts =
                Verdicts.on(new Fixture(directory).file("compose.yaml", model).request());

        assertThat(verdicts.theirs()).as("its answer").isNotNull();
        assertThat(verdicts.differences()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void agreesOnWhatBreaksARule(RuleCases.Case broken) {
        Verdicts verdicts =
                Verdicts.on(new Fixture(directory).file("compose.yaml", broken.model()).request());

        assertThat(verdicts.theirs()).as("its answer").isNull();
        assertThat(verdicts.ours()).as("our answer").isNull();
    }
}
