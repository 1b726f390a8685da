package dev.kompox.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both sides of every rule between the keys of a model. */
class RulesTest {

    @TempDir private Path directory;

    static List<String> accepted() {
        return RuleCases.accepted();
    }

    static List<RuleCases.Case> refused() {
        return RuleCases.refused();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void acceptsWhatKeepsARule(String model) {
        assertThat(new Fixture(directory).file("compose.yaml", model).project().services())
                .containsKey("web");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatBreaksARule(RuleCases.Case broken) {
        ComposeException refusal =
                new Fixture(directory).file("compose.yaml", broken.model()).refusal();

        assertThat(refusal).hasMessageContaining(broken.error());
        assertThat(refusal.problems()).hasSize(1);
    }
}
