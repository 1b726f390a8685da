package dev.kompox.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.operations.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Widths, words, JSON and YAML. */
class TextTest {

    @Test
    void alignsColumnsOfWideCharacters() {
        List<String> lines = new Table("NAME", "SIZE").row("データ", "1").row("db", "2").lines(80);
        assertThat(lines).containsExactly("NAME    SIZE", "データ  1", "db      2");
    }

    @Test
    void countsMarksAsNothingAndEmojiAsTwo() {
        assertThat(Width.of("e\u0301")).isEqualTo(1);
        assertThat(Width.of("📦")).isEqualTo(2);
    }

    @Test
    void cutsToAWidthWithAnEllipsis() {
        assertThat(Width.cut("abcdef", 4)).isEqualTo("abc…");
        assertThat(Width.cut("データベース", 5)).isEqualTo("デー…");
        assertThat(Width.cut("abcd", 4)).isEqualTo("abcd");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "849, 0.8 s",
        "9949, 9.9 s",
        "42000, 42 s",
        "190000, 3 min 10 s",
        "7199000, 119 min 59 s",
        "7500000, 2 h 5 min",
        "3542400000, 41 days"
    })
    void saysDurations(long millis, String said) {
        assertThat(Words.duration(Duration.ofMillis(millis))).isEqualTo(said);
    }

    @Test
    void saysTimesLocallyWithTheirOffset() {
        Instant at = Instant.parse("2026-11-23T01:41:59Z");
        assertThat(Words.time(at, ZoneId.of("+09:00"))).isEqualTo("2026-11-23 10:41+09");
        assertThat(Words.time(at, ZoneId.of("-03:30"))).isEqualTo("2026-11-22 22:11-03:30");
    }

    @Test
    void writesJsonThatReadsBackTheSame() {
        Object value =
                Answer.document(
                        "text",
                        "a\"b\\c\n\u0001\u007fé📦",
                        "none",
                        null,
                        "list",
                        Arrays.asList(1L, true, null, List.of(), Answer.texts(List.of("x"))),
                        "map",
                        Answer.document("a", 1L));
        assertThat(Json.read(JsonText.indented(value))).isEqualTo(value);
        assertThat(Json.read(JsonText.line(value))).isEqualTo(value);
        assertThat(JsonText.line(value)).doesNotContain("\n");
    }

    @Test
    void quotesInYamlWhatCouldBeReadOtherwise() {
        String yaml =
                YamlText.of(
                        Answer.document(
                                "plain", "shop/db-1",
                                "number", "16",
                                "truth", "yes",
                                "empty", "",
                                "colon", "a: b",
                                "list", List.of("a", Answer.document("b", 1, "c", List.of())),
                                "none", null));
        assertThat(yaml)
                .isEqualTo(
                        """
                        plain: shop/db-1
                        number: "16"
                        truth: "yes"
                        empty: ""
                        colon: "a: b"
                        list:
                        - a
                        - b: 1
                          c: []
                        none: null
                        """);
    }
}
