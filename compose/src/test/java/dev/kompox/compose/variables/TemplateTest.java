package dev.kompox.compose.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    private static final Map<String, String> VALUES = Map.of("SET", "set", "EMPTY", "", "_x1", "u");
    private final List<String> unset = new ArrayList<>();
    private final Template template = new Template(VALUES::get, unset::add);

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "plain~plain",
                "$SET~set",
                "${SET}~set",
                "a$SET-b~aset-b",
                "$_x1.~u.",
                "$$SET~$SET",
                "$${SET}~${SET}",
                "$ 5 $1 $~$ 5 $1 $",
                "${SET:-d}~set",
                "${EMPTY:-d}~d",
                "${EMPTY-d}~``",
                "${NO:-d}~d",
                "${NO-d}~d",
                "${SET:+y}~y",
                "${EMPTY:+y}~``",
                "${EMPTY+y}~y",
                "${NO:+y}~``",
                "${NO+y}~``",
                "${SET:?m}~set",
                "${EMPTY?m}~``",
                "${NO:-${EMPTY:-${SET}}}~set",
                "${NO:-a ${NO:-b} c}d~a b cd",
                "${NO:-{\"a\": {}}}~{\"a\": {}}",
                "${NO:-$$x}~$x",
                "${NO:-a:-b}~a:-b",
                "${NO:-x} ${SET}~x set",
                "${NO:-}~``",
            })
    void fillsVariablesIn(String text, String expected) throws TemplateException {
        assertThat(template.fill(text)).isEqualTo(expected);
    }

    @Test
    void tellsOnlyVariablesWithNeitherValueNorDefault() throws TemplateException {
        template.fill("$NO ${NO2} ${NO3:-x} ${NO4-x} ${NO5+x} $SET $EMPTY");

        assertThat(unset).containsExactly("NO", "NO2");
    }

    @Test
    void doesNotLookAtADefaultThatIsNotUsed() throws TemplateException {
        assertThat(template.fill("${SET:-${NO:?never}}")).isEqualTo("set");
    }

    @ParameterizedTest
    @CsvSource({"${}", "${", "${1}", "${A", "${A!}", "${A:}", "${A:=b}", "${A:-b", "${ A}"})
    void refusesWhatIsNoVariable(String text) {
        assertThatThrownBy(() -> template.fill(text))
                .isInstanceOfSatisfying(
                        TemplateException.class, e -> assertThat(e.required()).isFalse());
    }

    @Test
    void namesAMissingVariableAndItsMessage() {
        assertThatThrownBy(() -> template.fill("${NO?say ${SET}}"))
                .hasMessage("required variable NO is not set: say set");
        assertThatThrownBy(() -> template.fill("${EMPTY:?}"))
                .hasMessage("required variable EMPTY is empty")
                .isInstanceOfSatisfying(
                        TemplateException.class, e -> assertThat(e.required()).isTrue());
    }

    @Test
    void staysUsableAfterAnError() throws TemplateException {
        for (int i = 0; i < 200; i++) {
            assertThatThrownBy(() -> template.fill("${NO:?}"));
        }
        assertThat(template.fill("$SET")).isEqualTo("set");
    }

    @Test
    void doesNotCloseABraceOnAnotherLine() {
        assertThatThrownBy(() -> template.fill("${NO:-a\nb}"))
                .isInstanceOf(TemplateException.class);
    }
}
