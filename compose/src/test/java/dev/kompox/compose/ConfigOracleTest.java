package dev.kompox.compose;

import static org.assertj.core.api.Assertions.assertThat;

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
        DockerCompose.assumeAtLeast(golden.since());

        Verdicts verdicts = Verdicts.on(golden.request());

        assertThat(verdicts.differences()).isEmpty();
        assertThat(verdicts.theirs() == null).isEqualTo(golden.refused());
    }
}
