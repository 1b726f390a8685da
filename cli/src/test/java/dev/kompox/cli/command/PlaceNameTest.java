package dev.kompox.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How people name a place. */
class PlaceNameTest {

    @Test
    void localIsTheDriversDefault() {
        assertThat(PlaceName.parse("--to", "local")).isEqualTo(PlaceName.docker(null));
        assertThat(PlaceName.parse("--to", "local").options()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker:newbox", "docker/newbox"})
    void aContextIsNamedAsTypedOrAsShown(String text) {
        assertThat(PlaceName.parse("--on", text).options()).containsEntry("context", "newbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "moon", "docker", "docker:", "docker/", "dockernewbox", "LOCAL"})
    void anythingElseIsRefusedWithTheForms(String text) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> PlaceName.parse("--to", text))
                .withMessageContaining("--to \"" + text + "\" names no place");
    }
}
