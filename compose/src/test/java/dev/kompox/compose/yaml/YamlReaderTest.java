package dev.kompox.compose.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

    private static Node one(String text) {
        return YamlReader.read(text, "f.yaml").getFirst();
    }

    private static Problem refusal(String text) {
        try {
            YamlReader.read(text, "f.yaml");
        } catch (ComposeException e) {
            return e.problems().getFirst();
        }
        throw new AssertionError("accepted: " + text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0123|!!int|83",
                "-0123|!!int|-83",
                "0o17|!!int|15",
                "0x1F|!!int|31",
                "0b101|!!int|5",
                "+7|!!int|7",
                "0|!!int|0",
                "089|!!float|89",
                "1_000|!!int|1000",
                "12345678901234567890|!!int|12345678901234567890",
                "18446744073709551616|!!float|1.8446744073709552e+19",
                "1e3|!!float|1000",
                "1.10|!!float|1.1",
                ".5|!!float|0.5",
                "1e30|!!float|1e+30",
                "100000.0|!!float|100000",
                "1234567.8|!!float|1.2345678e+06",
                "0.0001|!!float|0.0001",
                "-0.0|!!float|-0",
                "1e-7|!!float|1e-07",
                ".inf|!!float|+Inf",
                "-.INF|!!float|-Inf",
                ".nan|!!float|NaN",
                "yes|!!str|yes",
                "off|!!str|off",
                "True|!!bool|true",
                "FALSE|!!bool|false",
                "tRUE|!!str|tRUE",
                "190:20:30|!!str|190:20:30",
                "22:22|!!str|22:22",
                "2024-01-02|!!timestamp|2024-01-02T00:00:00Z",
                "2024-1-2T3:04:05.6Z|!!timestamp|2024-01-02T03:04:05.6Z",
                "2024-1-2 3:04:05|!!timestamp|2024-01-02T03:04:05Z",
                "2024-13-02|!!str|2024-13-02",
                "2024-01-02x|!!str|2024-01-02x",
                "~|!!null|``",
                "'12'|!!str|12",
                "!!str 12|!!str|12",
                "!!int '12'|!!int|12",
                "!reset null|!reset|null",
                "1.2.3|!!str|1.2.3",
                "-|!!seq|``",
                "0x|!!str|0x",
                "1e|!!str|1e",
                "+|!!str|+",
            })
    void decidesWhatAScalarIs(String written, String tag, String text) {
        Node node = one(written + "\n");

        assertThat(node.tag()).isEqualTo(tag);
        if (node instanceof ScalarNode scalar) {
            assertThat(scalar.text()).isEqualTo(text);
        }
    }

    @Test
    void remembersWhereKeysAndValuesStand() {
        Node root = one("a: 1\nb:\n  - x\n  -   y\n");

        assertThat(Tree.keyAt(root, "b").location()).isEqualTo(new Location("f.yaml", 2, 1));
        assertThat(Tree.at(root, "a").location()).isEqualTo(new Location("f.yaml", 1, 4));
        assertThat(Tree.at(root, "b", "1").location()).isEqualTo(new Location("f.yaml", 4, 7));
    }

    @Test
    void readsEveryDocument() {
        assertThat(YamlReader.read("a: 1\n---\nb: 2\n...\n", "f")).hasSize(2);
        assertThat(YamlReader.read("", "f")).isEmpty();
        assertThat(YamlReader.read("# only words\n", "f")).isEmpty();
    }

    @Test
    void mergesMappingsWithOwnKeysFirst() {
        Node root = one("b: &b {x: 1, y: 1}\nc: {<<: [*b, {y: 9, z: 3}], x: 2}\n");

        MappingNode merged = (MappingNode) Tree.at(root, "c");
        assertThat(merged.entries().keySet()).containsExactly("x", "y", "z");
        assertThat(Tree.textAt(merged, "x")).isEqualTo("2");
        assertThat(Tree.textAt(merged, "y")).isEqualTo("1");
    }

    @Test
    void refusesToMergeAScalar() {
        assertThat(refusal("a: {<<: 3}\n").code()).isEqualTo("bad-merge");
    }

    @Test
    void keepsAQuotedMergeKeyAsAKey() {
        assertThat(((MappingNode) one("'<<': 3\n")).has("<<")).isTrue();
    }

    @Test
    void refusesAKeyWrittenTwiceNamingBothLines() {
        Problem problem = refusal("services:\n  web: 1\n  db: 2\n  web: 3\n");

        assertThat(problem.sentence()).isEqualTo("key \"web\" is written twice, first on line 2");
        assertThat(problem.location()).isEqualTo(new Location("f.yaml", 4, 3));
        assertThat(problem.snippet()).isEqualTo("  3 │   db: 2\n  4 │   web: 3\n    │   ^^^");
    }

    @Test
    void reportsEveryKeyWrittenTwiceInOrder() {
        assertThatThrownBy(() -> YamlReader.read("a: 1\na: 2\nb: {c: 1, c: 2}\n", "f"))
                .isInstanceOfSatisfying(
                        ComposeException.class,
                        e ->
                                assertThat(e.problems())
                                        .extracting(Problem::location)
                                        .containsExactly(
                                                new Location("f", 2, 1), new Location("f", 3, 11)));
    }

    @Test
    void refusesAnAliasBomb() {
        StringBuilder text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 10; i++) {
            text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)));
        }
        assertThat(refusal(text.toString()).code()).isEqualTo("too-many-nodes");
    }

    @Test
    void refusesAnAnchorInsideItself() {
        assertThat(refusal("a: &a [*a]\n").code()).isEqualTo("recursive-alias");
    }

    @Test
    void refusesAnAliasWithoutAnAnchor() {
        assertThat(refusal("a: *b\n").code()).isEqualTo("unknown-alias");
        assertThat(refusal("a: *b\n---\nc: &b 1\n").code()).isEqualTo("unknown-alias");
    }

    @Test
    void anchorsLastBeyondTheirDocument() {
        assertThat(YamlReader.read("a: &b 1\n---\nc: *b\n", "x")).hasSize(2);
    }

    @Test
    void refusesNestingBeyondTheLimit() {
        assertThat(refusal("[".repeat(201) + "]".repeat(201)).code()).isEqualTo("too-deep");
        assertThat(one("[".repeat(200) + "]".repeat(200)).kind()).isEqualTo("a list");
    }

    @Test
    void refusesAKeyThatIsAMapping() {
        assertThat(refusal("? {a: 1}\n: 2\n").code()).isEqualTo("complex-key");
    }

    @Test
    void refusesBrokenYamlWithItsPlace() {
        Problem problem = refusal("a: [1, 2\nb: 3\n");

        assertThat(problem.code()).isEqualTo("yaml-syntax");
        assertThat(problem.location()).isEqualTo(new Location("f.yaml", 2, 2));
        assertThat(problem.snippet()).contains("^");
    }

    @Test
    void refusesATextBeyondTheLimit() {
        assertThatThrownBy(() -> YamlReader.read("a: bcdefgh", "f", new Limits(9, 5, 5)))
                .hasMessageContaining("f is larger than 9 bytes");
        assertThat(YamlReader.read("a: bcdefgh", "f", new Limits(10, 5, 5))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsTextBehindAByteOrderMark(String charset) {
        byte[] bytes = "\uFEFFa: ü\r\nb: 2\r\n".getBytes(Charset.forName(charset));

        String text = YamlReader.text(bytes, "f");

        assertThat(text).isEqualTo("a: ü\r\nb: 2\r\n");
        assertThat(Tree.at(one(text), "b").location().line()).isEqualTo(2);
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThatThrownBy(() -> YamlReader.text(new byte[] {'a', '\n', 0}, "f.bin"))
                .hasMessage("error: f.bin is not a text file: line 2 holds the character 0x00");
        assertThatThrownBy(() -> YamlReader.text(new byte[] {'a', (byte) 0xC3, '('}, "f.bin"))
                .hasMessage("error: f.bin is not a text file: line 1 is not valid UTF-8");
    }

    @Test
    void refusesWhatIsNoFile(@TempDir Path directory) {
        assertThatThrownBy(() -> YamlReader.read(directory)).hasMessageContaining("is a directory");
        assertThatThrownBy(() -> YamlReader.read(directory.resolve("x.yaml")))
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> YamlReader.read(Path.of("/dev/zero")))
                .hasMessageContaining("not a regular file");
    }

    @Test
    void readsAFile(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("x.yaml");
        Files.write(file, "a: 1\n".getBytes(StandardCharsets.UTF_8));

        List<Node> documents = YamlReader.read(file);

        assertThat(documents).hasSize(1);
        assertThat(documents.getFirst().location().file()).isEqualTo(file.toString());
    }
}
