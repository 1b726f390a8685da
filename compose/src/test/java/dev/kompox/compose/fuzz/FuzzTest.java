package dev.kompox.compose.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A few thousand inputs for what a fuzzer tries with millions, so that it stays in order. */
class FuzzTest {

    private static final List<String> PIECES =
            List.of(
                    "$", "${", "}", ":-", ":?", "A", "=", "\"", "'", "\n", " ", "#", "\\", "- ",
                    "a: ", "&a ", "*a", "<<: ", "[", "]", "{", ",", "!reset ", "1", "0x1", "1.5",
                    "h", "ms", "g", "b", "/", ":", "ro", "\t", "\u00e9", "\u0000", "export ");

    record Target(String name, Consumer<byte[]> target) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Target> targets() {
        return Stream.of(
                new Target("yaml", YamlFuzz::fuzzerTestOneInput),
                new Target("template", TemplateFuzz::fuzzerTestOneInput),
                new Target("dotenv", DotenvFuzz::fuzzerTestOneInput),
                new Target("units", UnitsFuzz::fuzzerTestOneInput));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void endsInAnAnswerOrARefusal(Target target) {
        Random random = new Random(20261127);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = random.nextInt(12); pieces >= 0; pieces--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            byte[] input = text.toString().getBytes(StandardCharsets.UTF_8);
            assertThatCode(() -> target.target().accept(input))
                    .as(text.toString())
                    .doesNotThrowAnyException();
        }
    }
}
