package dev.kompox.compose.variables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.compose.yaml.Location;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which variables a model names, and how. */
class VariableUsesTest {

    private static final Location HERE = new Location("f", 1, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "plain~``",
                "$A~A",
                "$A$B~A B",
                "$A-x~A",
                "${A}${B}~A B",
                "a${A}b$B c~A B",
                "$$A~``",
                "$$$A~A",
                "$$~``",
                "$~``",
                "$1 ${1} ${}~``",
                "${A~``",
                "${A:-$B}~A=$B B",
                "${A-x}~A=x",
                "${A:-x}~A=x",
                "${A:-}~A",
                "${A+x}~A+x",
                "${A:+x}~A+x",
                "${A?x}~A!",
                "${A:?x}~A!",
                "${A:?$B}~A!",
                "${A:-${B:?c}}~A=${B:?c} B!",
                "${A:-${B:+$C}}$D~A=${B:+$C} B+$C C D",
                "${A:-x}${A:-y}${A:?}~A=x!",
                "$A${A:-y}~A=y",
                "${A:+y}$A~A+y",
            })
    void namesThem(String text, String uses) {
        assertThat(uses(ScalarNode.string(HERE, text))).isEqualTo(uses);
    }

    @Test
    void looksIntoListsAndMappingsInTheOrderOfTheirKeys() {
        SequenceNode list =
                SequenceNode.of(
                        HERE,
                        List.of(ScalarNode.string(HERE, "$C"), ScalarNode.string(HERE, "${A:-y}")));
        MappingNode model =
                MappingNode.empty(HERE)
                        .with("z", ScalarNode.string(HERE, "${A:-z}"))
                        .with("y", list);

        assertThat(uses(model)).isEqualTo("A=y C");
    }

    @Test
    void looksAtTextsOnly() {
        ScalarNode number = ScalarNode.integer(HERE, 5);

        assertThat(uses(number)).isEmpty();
    }

    @Test
    void looksNoDeeperThanVariablesMayBeNested() {
        String nested = "${A0:-".repeat(300) + "}".repeat(300);

        assertThat(uses(ScalarNode.string(HERE, nested))).startsWith("A0=");
    }

    private static String uses(Node node) {
        StringBuilder text = new StringBuilder();
        VariableUses.of(MappingNode.empty(HERE).with("a", node))
                .forEach((name, use) -> {
                    assertThat(use.name()).isEqualTo(name);
                    text.append(text.isEmpty() ? "" : " ").append(name);
                    text.append(use.defaultValue().isEmpty() ? "" : "=" + use.defaultValue());
                    text.append(use.alternateValue().isEmpty() ? "" : "+" + use.alternateValue());
                    text.append(use.required() ? "!" : "");
                });
        return text.toString();
    }
}
