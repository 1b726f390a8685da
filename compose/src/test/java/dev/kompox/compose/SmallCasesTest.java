package dev.kompox.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every small case gives what docker compose was recorded to give. */
class SmallCasesTest {

    @TempDir Path parent;

    static List<SmallCase> all() {
        return SmallCase.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void givesWhatDockerComposeGave(SmallCase small) {
        String ours = Verdicts.ours(small.layOut(parent));
        String portable = ours == null ? null : SmallCase.portable(ours, parent);

        Verdicts verdicts =
                small.isOtherwiseInVersion5()
                        ? Verdicts.ofEither(portable, small.recorded())
                        : new Verdicts(portable, small.recorded());

        assertThat(verdicts.differences()).as(small.toString()).matches(small::isExpected);
    }

    @Test
    void namesEachCaseOnce() {
        Set<String> names = new HashSet<>();
        assertThat(all()).allSatisfy(small -> assertThat(names.add(small.toString())).isTrue());
    }
}
