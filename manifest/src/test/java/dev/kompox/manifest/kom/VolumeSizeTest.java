package dev.kompox.manifest.kom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VolumeSizeTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1024, 1024",
        "+5, 5",
        "1k, 1000",
        "1M, 1000000",
        "1G, 1000000000",
        "1T, 1000000000000",
        "1P, 1000000000000000",
        "1E, 1000000000000000000",
        "1Ki, 1024",
        "1Mi, 1048576",
        "20Gi, 21474836480",
        "1Ti, 1099511627776",
        "1Pi, 1125899906842624",
        "7Ei, 8070450532247928832",
        "1.5Gi, 1610612736",
        ".5Ki, 512",
        "2.Ki, 2048",
        "1e3, 1000",
        "1E3, 1000",
        "1.5e+3, 1500",
        "15e-1, 2",
        "1e-1, 1",
        "0.0001, 1",
        "1e-2000000000, 1",
        "1.0001Ki, 1025",
        "9223372036854775807, 9223372036854775807",
    })
    void readsNumbersWithUnits(String text, long bytes) {
        assertThat(VolumeSize.parse(text).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Gi", "-", "1 Gi", "1,5Gi", "Gi1", "1..2", "0x10", "1e", "1_000", " 1"})
    void refusesWhatIsNoNumber(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VolumeSize.parse(text))
                .withMessageStartingWith("\"" + text + "\" is not a size: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1GB", "1gi", "1K", "1m", "1GiB", "1e", "1Kii", "1Egg", "1ee3"})
    void namesTheUnits(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VolumeSize.parse(text))
                .withMessageEndingWith("the units are Ki, Mi, Gi, Ti, Pi, Ei and k, M, G, T, P, E");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "-1Gi", "0Gi", "0e5"})
    void refusesWhatIsNotPositive(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VolumeSize.parse(text))
                .withMessage("\"" + text + "\" is not a size: a size is at least 1 byte");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8Ei", "9223372036854775808", "10E", "1e2000000000", "9.3E"})
    void refusesWhatIsTooLarge(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VolumeSize.parse(text))
                .withMessage("\"" + text + "\" is not a size: the largest is 8Ei less one byte");
    }

    @Test
    void holdsAtLeastOneByte() {
        assertThat(new VolumeSize(1).bytes()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VolumeSize(0))
                .withMessage("a size is at least 1 byte, not 0");
    }
}
