package dev.kompox.compose.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotenvTest {

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> unset = new ArrayList<>();

    private Map<String, String> read(String text) throws DotenvException {
        Dotenv.read(text, values, Map.of("OUT", "out")::get, unset::add);
        return values;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "A=b~b",
                "A = b ~b",
                "A: b~b",
                "export A=b~b",
                "export\tA=b~b",
                "A=~``",
                "A=b # c~b",
                "A=b#c~b#c",
                "A='b # c' # d~b # c",
                "A=\"b\" # d~b",
                "A=b=c~b=c",
                "A='$OUT'~$OUT",
                "A=$OUT~out",
                "A=\"${OUT}\"~out",
                "A='it\\'s'~it's",
                "A='a\\nb'~a\\nb",
                "A=\"\\$OUT\"~$OUT",
                "A=\"a\\\"b\"~a\"b",
                "A=\"a\\\\b\"~a\\b",
                "A=\"\\101\\x\"~\\101\\x",
                "A=\"\\0101\"~A",
                "A=\"\\01\"~\\01",
                "A=${NO:-d}~d",
                "A.b-c[0]=x~``",
            })
    void readsAValue(String line, String expected) throws DotenvException {
        assertThat(read(line + "\n").getOrDefault("A", "")).isEqualTo(expected);
    }

    @Test
    void expandsShellEscapesInDoubleQuotes() throws DotenvException {
        assertThat(read("A=\"\\a\\b\\f\\n\\r\\t\\v\""))
                .containsEntry("A", "\u0007\b\f\n\r\t\u000B");
    }

    @Test
    void readsQuotedValuesOverSeveralLines() throws DotenvException {
        assertThat(read("A=\"one\ntwo\"\nB='three\nfour'\nC=5"))
                .containsExactly(
                        entry("A", "one\ntwo"), entry("B", "three\nfour"), entry("C", "5"));
    }

    @Test
    void inheritsBareKeysAndSkipsUnknownOnes() throws DotenvException {
        assertThat(read("OUT\nNO\nB=1\n")).containsExactly(entry("OUT", "out"), entry("B", "1"));
    }

    @Test
    void inheritsABareKeyOnTheLastLine() throws DotenvException {
        assertThat(read("B=1\nOUT")).containsExactly(entry("B", "1"), entry("OUT", "out"));
    }

    @Test
    void usesEarlierLinesButPrefersOuterVariables() throws DotenvException {
        assertThat(read("OUT=mine\nA=$OUT\nB=1\nC=$B$B\nD=$NO\n"))
                .containsEntry("A", "out")
                .containsEntry("C", "11")
                .containsEntry("D", "");
        assertThat(unset).containsExactly("NO");
    }

    @Test
    void skipsAByteOrderMarkBlankLinesAndComments() throws DotenvException {
        assertThat(read("\uFEFF\n# a=b\n \t\n  A=1\r\n#end")).containsExactly(entry("A", "1"));
    }

    @Test
    void keepsKeysThatBeginWithExport() throws DotenvException {
        assertThat(read("exported=1\nexport2=2\n")).containsOnlyKeys("exported", "export2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "A=1\\nB!=2~2~unexpected character",
                "A=1\\n\\nB='x\\ny~3~a quoted value is not closed",
                "A B=1~1~a key cannot contain a space",
                "X=1\\nA=${}~2~a variable is not well-formed",
                "A=${NO:?gone}~1~required variable NO is not set: gone",
            })
    void refusesBrokenLinesWithTheirNumber(String text, int line, String reason) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOfSatisfying(
                        DotenvException.class,
                        e -> {
                            assertThat(e.line()).isEqualTo(line);
                            assertThat(e.reason()).contains(reason);
                        });
    }
}
