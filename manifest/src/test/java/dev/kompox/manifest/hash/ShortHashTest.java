package dev.kompox.manifest.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShortHashTest {

    @ParameterizedTest
    @CsvSource({
        "'', 5oaq0b",
        "handle-1, 1nb5m1",
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg1/providers/Microsoft.Compute/disks/disk1, 5xgcut",
    })
    void hashesTextsAsExistingNamesDo(String text, String hash) {
        assertThat(ShortHash.of(text)).hasToString(hash);
    }

    @Test
    void takesTextAsUtf8() {
        assertThat(ShortHash.of("größe"))
                .isEqualTo(ShortHash.of("größe".getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(ShortHash.of("größe".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "12345", "1234567", "12345A", "12345-", "12345{", "`23456", "/23456", ":23456"
            })
    void refusesWhatIsNoHash(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShortHash(text))
                .withMessage("\"" + text + "\" is not a short hash: six of 0-9 and a-z");
    }

    @Test
    void ordersByItsCharacters() {
        ShortHash low = new ShortHash("09az00");
        assertThat(low).isLessThan(new ShortHash("09az01")).isEqualByComparingTo(low);
    }

    @Test
    void fillsUpShortNumbersOnTheLeft() {
        assertThat(Base36.padded("12", 6)).isEqualTo("000012");
        assertThat(Base36.padded("1234567", 6)).isEqualTo("1234567");
        assertThat(Base36.padded(35, 2)).isEqualTo("0z");
    }

    @Test
    void computesSha256() {
        assertThat(Sha256.hex("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
