package dev.kompox.operations.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "false",
                "0",
                "-12",
                "9223372036854775807",
                "1.5",
                "\"\"",
                "\"a\\\"\\\\\\n\\u0001\"",
                "[]",
                "{}",
                "[1,[2,{\"a\":null}],\"x\"]",
                "{\"b\":1,\"a\":{\"d\":[],\"c\":false}}"
            })
    void writesWhatItRead(String text) {
        assertThat(Json.write(Json.read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1",
                "{\"a\":}",
                "tru",
                "1 2",
                "{} {}",
                "{a:1}",
                "'a'",
                "[1,]"
            })
    void refusesWhatIsNotOneValue(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesANumberThatDoesNotFit() {
        assertThatThrownBy(() -> Json.read("92233720368547758080"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not JSON");
    }

    @Test
    void refusesToWriteWhatIsNoJson() {
        assertThatThrownBy(() -> Json.write(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no JSON for");
        assertThat(Json.write(7)).isEqualTo("7");
    }

    @Test
    void readsMembersByNameAndType() {
        Fields fields =
                Fields.of(
                        "text",
                        "x",
                        "number",
                        7L,
                        "flag",
                        true,
                        "down",
                        false,
                        "texts",
                        List.of("a", "b"),
                        "object",
                        Fields.of("in", "side").map(),
                        "objects",
                        List.of(Fields.of("n", 1L).map()),
                        "nothing",
                        null);
        assertThat(fields.string("text")).isEqualTo("x");
        assertThat(fields.stringOrNull("text")).isEqualTo("x");
        assertThat(fields.number("number")).isEqualTo(7);
        assertThat(fields.flag("flag")).isTrue();
        assertThat(fields.flag("down")).isFalse();
        assertThat(fields.strings("texts")).containsExactly("a", "b");
        assertThat(fields.object("object").string("in")).isEqualTo("side");
        assertThat(fields.objects("objects")).containsExactly(Fields.of("n", 1L));
        assertThat(fields.has("nothing")).isFalse();
        assertThat(fields.has("text")).isTrue();
        assertThat(fields).hasToString(Json.write(fields.map()));
    }

    @Test
    void readsWhatIsNotThereAsNothing() {
        assertThat(Fields.NONE.stringOrNull("x")).isNull();
        assertThat(Fields.NONE.flag("x")).isFalse();
        assertThat(Fields.NONE.strings("x")).isEmpty();
        assertThat(Fields.NONE.objects("x")).isEmpty();
        assertThat(Fields.NONE.object("x")).isEqualTo(Fields.NONE);
    }

    @Test
    void namesTheMemberOfAnotherType() {
        Fields wrong = Fields.of("a", List.of("x"), "b", "x");
        List<Runnable> reads =
                Arrays.asList(
                        () -> wrong.string("a"),
                        () -> wrong.stringOrNull("a"),
                        () -> wrong.string("absent"),
                        () -> wrong.number("b"),
                        () -> wrong.number("absent"),
                        () -> wrong.flag("b"),
                        () -> wrong.strings("b"),
                        () -> wrong.objects("b"));
        for (Runnable read : reads) {
            assertThatThrownBy(read::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("\"(a|b|absent)\" is not a (string|number|boolean|list)");
        }
        assertThatThrownBy(() -> wrong.object("b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a JSON object");
    }
}
