package dev.kompox.compose.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.Fixture;
import dev.kompox.compose.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates of other programs are called what they are, beside what is wrong with them. */
class DialectTest {

    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Coolify, `image: x\n    environment: [SERVICE_URL_WEB_80]\n    volumes: [\"data:/b\"]`",
                "Coolify, `image: x\n    exclude_from_hc: true`",
                "Umbrel, `image: x\n  app_proxy:\n    environment: {APP_PORT: 80}`",
                "Runtipi, `image: x\n    networks: [tipi_main_network]`"
            })
    void saysWhoseTemplateItIs(String program, String web) {
        ComposeException refusal = refusal(web);
        assertThat(refusal.problems().getFirst().render())
                .startsWith("warning: this is a template of " + program + ",")
                .hasLineCount(2);
        assertThat(refusal.problems()).filteredOn(Problem::isError).isNotEmpty();
    }

    @Test
    void saysNothingOfOthers() {
        assertThat(refusal("image: x\n    networks: [a]").problems()).allMatch(Problem::isError);
    }

    private ComposeException refusal(String web) {
        return new Fixture(directory)
                .file("compose.yaml", "name: t\nservices:\n  web:\n    " + web + "\n")
                .refusal();
    }
}
