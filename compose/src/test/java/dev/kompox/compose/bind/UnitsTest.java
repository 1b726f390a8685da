package dev.kompox.compose.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "10s, 10s",
        "90s, 1m30s",
        "1m, 1m0s",
        "1h, 1h0m0s",
        "1h30m5s, 1h30m5s",
        "1.5s, 1.5s",
        "0.5m, 30s",
        ".5s, 500ms",
        "500ms, 500ms",
        "1500us, 1.5ms",
        "1500µs, 1.5ms",
        "20us, 20µs",
        "7ns, 7ns",
        "2d, 48h0m0s",
        "1w, 168h0m0s",
        "-5s, -5s",
        "+5s, 5s",
        "59m59.25s, 59m59.25s",
    })
    void readsAndPrintsDurationsAsGoDoes(String text, String printed) {
        assertThat(Durations.format(Durations.parse(text))).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({"''", "10", "s", "1x", "1 s", "1s2", ".s", "1.2.3s", "-", "999999999999w", "1mm"})
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no duration");
    }

    @Test
    void givesTheDuration() {
        assertThat(Durations.parse("1m30s")).isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "42, 42",
        "42b, 42",
        "1k, 1024",
        "1K, 1024",
        "1kb, 1024",
        "1KiB, 1024",
        "2m, 2097152",
        "1.5g, 1610612736",
        "1 g, 1073741824",
        "1t, 1099511627776",
        "1p, 1125899906842624",
        ".5k, 512",
    })
    void readsSizesInPowersOf1024(String text, long bytes) {
        assertThat(ByteSizes.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "10x", "1bb", "1kbb", "1kib2x", "-1k", "1..2k", "1kx", "k"})
    void refusesWhatIsNoSize(String text) {
        assertThatThrownBy(() -> ByteSizes.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no size");
    }

    @Test
    void splitsWordsAsAShellDoes() {
        assertThat(ShellWords.split("a  'b c' \"d \\\" e\" f\\ g '' x\"y\"z\tq\nr"))
                .isEqualTo(List.of("a", "b c", "d \" e", "f g", "", "xyz", "q", "r"));
        assertThat(ShellWords.split("")).isEmpty();
        assertThat(ShellWords.split("'a\\b'")).containsExactly("a\\b");
        assertThat(ShellWords.split("a && b")).containsExactly("a");
        assertThat(ShellWords.split("a 2>x")).containsExactly("a");
        assertThat(ShellWords.split("a b>x")).containsExactly("a", "b");
        assertThat(ShellWords.split("\"a|b\"")).containsExactly("a|b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {"a 'b", "a \"b", "a\\"})
    void refusesAnUnfinishedCommand(String line) {
        assertThatThrownBy(() -> ShellWords.split(line))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
