package dev.kompox.kubernetes.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SizeTest {

    @Test
    void rowsComeFirst() {
        assertThat(Size.of("24 80\n")).contains(new Size(80, 24));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 0", "24", "24 80 1", "stty: no", "99999999999 1"})
    void whatIsNoSizeIsNone(String said) {
        assertThat(Size.of(said)).isEmpty();
    }
}
