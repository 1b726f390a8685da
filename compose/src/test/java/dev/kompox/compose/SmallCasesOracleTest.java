package dev.kompox.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ask the docker compose of this machine about small cases, here and now: every fifth, or with
 * {@code -Dcases=1} all.
 */
class SmallCasesOracleTest {

    private static final int EACH = Integer.getInteger("cases", 5);

    @TempDir Path parent;

    @BeforeAll
    static void present() {
        DockerCompose.assumeAtLeast("2.40");
    }

    static List<SmallCase> some() {
        List<SmallCase> all =
                SmallCase.all().stream()
                        .filter(small ->
                                !DockerCompose.isVersion2() || !small.isOtherwiseInVersion5())
                        .toList();
        return IntStream.range(0, all.size())
                .filter(i -> i % EACH == 0)
                .mapToObj(all::get)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("some")
    void agreesWithDockerCompose(SmallCase small) {
        LoadRequest request = small.layOut(parent);

        String theirs = small.asked(request, parent);
        String ours = Verdicts.ours(request);

        assertThat(
                        Verdicts.live(
                                        ours == null ? null : SmallCase.portable(ours, parent),
                                        theirs)
                                .differences())
                .as(small.toString())
                .matches(small::isExpected);
    }
}
