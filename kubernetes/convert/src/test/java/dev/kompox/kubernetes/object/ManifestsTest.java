package dev.kompox.kubernetes.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects written as YAML. */
class ManifestsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y",
                "No",
                "on",
                "OFF",
                "true",
                "null",
                "~",
                "",
                " ",
                "12",
                "0o17",
                "017",
                "1e3",
                "0x1f",
                "1_000",
                "12:30:45",
                "2026-11-24",
                ".5",
                "-",
                "- a",
                "a: b",
                "a #b",
                "#a",
                "&a",
                "*a",
                "!a",
                "|",
                ">",
                "%a",
                "@a",
                "`a",
                "{a",
                "[a",
                "\"a",
                "'a",
                "=",
                "<<",
                "a\tb",
                "a\nb",
                "a\n",
                "a\n\n",
                " a\n",
                "\n",
                "a\r\n",
                "a\u0007",
                "\u00e9\u2028\ud83d\udc18",
                "\\",
                ".inf",
                ".NaN",
                "plain",
                "/path/to.file",
                "a\n  b\nc\n",
                "trailing \n"
            })
    void aTextIsReadBackAsThatText(String text) {
        String yaml = Manifests.yaml(List.of(object(Map.of("a", text, "b", List.of(text)))));

        MappingNode read = (MappingNode) YamlReader.read(yaml, "-").getFirst();

        assertThat(read.get("a"))
                .isInstanceOfSatisfying(
                        ScalarNode.class,
                        scalar -> {
                            assertThat(scalar.text()).isEqualTo(text);
                            assertThat(scalar.isString()).isTrue();
                        });
    }

    /** Readers of YAML 1.1 take these for truths, sexagesimals, dates, octals or merges. */
    @ParameterizedTest
    @ValueSource(strings = {"y", "No", "on", "12:30:45", "017", "1_000", "2026-11-24", "<<", "="})
    void whatYaml11TakesForSomethingElseIsQuoted(String text) {
        assertThat(Manifests.yaml(List.of(object(Map.of("a", text)))))
                .isEqualTo("---\na: \"" + text + "\"\n");
    }

    @Test
    void nestingIsIndented() {
        SequencedMap<String, Object> inner = new LinkedHashMap<>();
        inner.put("name", "x");
        inner.put("list", List.of(1, true));
        SequencedMap<String, Object> body = new LinkedHashMap<>();
        body.put("items", List.of(inner, Map.of(), List.of()));
        body.put("empty", Map.of());

        assertThat(Manifests.yaml(List.of(object(body))))
                .isEqualTo(
                        """
                        ---
                        items:
                          - name: x
                            list:
                              - 1
                              - true
                          - {}
                          - []
                        empty: {}
                        """);
    }

    private static KubernetesObject object(Map<String, Object> body) {
        return new KubernetesObject("v1", "Thing", null, "one", new LinkedHashMap<>(body));
    }
}
