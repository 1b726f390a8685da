package dev.kompox.kubernetes.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.failure.DriverException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TarResultTest {

    private final List<String> warned = new ArrayList<>();

    @Test
    void aFileThatChangedIsAWarning() {
        new TarResult("here", 1, List.of("tar: a: file changed as we read it")).check(warned::add);
        assertThat(warned).containsExactly("here: tar: a: file changed as we read it");
    }

    @Test
    void anythingElseIsAFailureInItsWords() {
        List<String> said =
                List.of(
                        "tar: a: Cannot open: Permission denied",
                        "tar: Exiting with failure status due to previous errors");
        assertThatThrownBy(() -> new TarResult("here", 2, said).check(warned::add))
                .isInstanceOf(DriverException.class)
                .hasMessage("tar failed here: tar: a: Cannot open: Permission denied");
        assertThatThrownBy(() -> new TarResult("here", 137, List.of()).check(warned::add))
                .hasMessage("tar failed here: exit code 137");
    }

    @Test
    void onlyTheLastWordsAreKept() {
        LastWords words = new LastWords();
        byte[] line = "0123456789\n".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1000; i++) {
            write(words, line);
        }
        write(words, "the end\n".getBytes(StandardCharsets.UTF_8));
        assertThat(words.lines().getLast()).isEqualTo("the end");
        assertThat(words.lines()).hasSizeBetween(350, 380);
    }

    private static void write(LastWords words, byte[] bytes) {
        for (byte one : bytes) {
            words.write(one);
        }
    }
}
