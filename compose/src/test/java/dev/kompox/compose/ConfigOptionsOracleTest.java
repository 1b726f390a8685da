package dev.kompox.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kompox.compose.model.Service;
import dev.kompox.compose.render.ModelPrinter;
import dev.kompox.compose.render.ProjectPrinter;
import dev.kompox.compose.render.ServiceHash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ask the docker compose of this machine what its options make of every golden case. */
class ConfigOptionsOracleTest {

    /** docker compose has no JSON for infinite numbers that stay numbers. */
    private static final String INFINITE = "numbers-in-environment --no-interpolate";

    /** An option, and the same by our own means. */
    enum Option {
        NO_INTERPOLATE(LoadStep.INTERPOLATION),
        NO_NORMALIZE(LoadStep.NORMALISATION),
        NO_PATH_RESOLUTION(LoadStep.PATHS),
        NO_CONSISTENCY(LoadStep.CONSISTENCY);

        private final LoadStep without;

        Option(LoadStep without) {
            this.without = without;
        }

        String flag() {
            return "--" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        String ours(LoadRequest request) {
            LoadRequest changed = request.without(Set.of(without));
            return this == NO_INTERPOLATE
                    ? ModelPrinter.json(ComposeLoader.model(changed).tree())
                    : ProjectPrinter.json(ComposeLoader.load(changed).project());
        }
    }

    /** One of each, and how a test of it is called. */
    record Asked(GoldenCase golden, Option option) {

        @Override
        public String toString() {
            return golden + " " + option.flag();
        }
    }

    @BeforeAll
    static void present() {
        DockerCompose.assumeAtLeast("2.40");
        assumeTrue(DockerCompose.isVersion2(), "docker compose 5 has other digests");
    }

    static Stream<Asked> all() {
        return GoldenCase.all("config").stream()
                .flatMap(golden ->
                        Stream.of(Option.values()).map(option -> new Asked(golden, option)))
                .filter(asked -> !asked.toString().equals(INFINITE));
    }

    static List<GoldenCase> cases() {
        return GoldenCase.all("config");
    }

    @ParameterizedTest
    @MethodSource("all")
    void leavesOutWhatDockerComposeLeavesOut(Asked asked) {
        LoadRequest request = asked.golden().request();
        List<String> words = List.of(asked.option().flag(), "--format", "json");

        Verdicts verdicts =
                new Verdicts(Verdicts.ours(request, asked.option()::ours), theirs(request, words));

        assertThat(verdicts.differences()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void digestsAsDockerComposeDoes(GoldenCase golden) {
        LoadRequest request = golden.request();
        String theirs = theirs(request, List.of("--hash", "*"));
        if (theirs != null) {
            assertThat(Verdicts.ours(request, ConfigOptionsOracleTest::hashes)).isEqualTo(theirs);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keepsTheServicesThatDockerComposeKeeps(GoldenCase golden) {
        LoadRequest request = golden.request();
        if (golden.refused()) {
            return;
        }
        LoadedProject all = ComposeLoader.load(request);
        Map<String, Service> services = new LinkedHashMap<>(all.project().services());
        services.putAll(all.project().disabledServices());
        for (String name : services.keySet()) {
            Verdicts verdicts =
                    new Verdicts(
                            Verdicts.ours(request.withServices(List.of(name))),
                            theirs(request, List.of("--format", "json", name)));
            assertThat(verdicts.differences()).as(name).isEmpty();
        }
    }

    private static String hashes(LoadRequest request) {
        StringBuilder lines = new StringBuilder();
        LoadRequest changed = request.without(Set.of(LoadStep.ENVIRONMENT_FILES));
        new TreeMap<>(ComposeLoader.load(changed).project().services())
                .forEach((name, service) ->
                        lines.append(name)
                                .append(' ')
                                .append(ServiceHash.of(service))
                                .append('\n'));
        return lines.toString();
    }

    private static @Nullable String theirs(LoadRequest request, List<String> words) {
        List<String> options = Verdicts.options(request);
        options.add("config");
        options.addAll(words);
        return DockerCompose.ask(
                request.workingDirectory(), request.environment(), options.toArray(String[]::new));
    }
}
