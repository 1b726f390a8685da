package dev.kompox.manifest.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

final class ContentHashTest {

    private static final SequencedMap<String, String> BASE = new LinkedHashMap<>();
    private static final SequencedMap<String, String> OVERRIDE = new LinkedHashMap<>();

    static {
        BASE.put("USERNAME", "username-base");
        BASE.put("PASSWORD", "password-base");
        BASE.put("SETTINGS", "settings-base");
        OVERRIDE.put("USERNAME", "username-override");
        OVERRIDE.put("PASSWORD", "password-override");
        OVERRIDE.put("EXTRA", "extra-override");
        OVERRIDE.put("TZ", "tz-override");
    }

    @Test
    void hashesKeysAndValuesAsExistingObjectsDo() {
        assertThat(ContentHash.of(BASE)).hasToString("49634h");
        assertThat(ContentHash.of(OVERRIDE)).hasToString("54m6br");
        assertThat(ContentHash.of(Map.of("nginx.conf", "a\n"))).hasToString("4j22bu");
    }

    @Test
    void hashesNothingAsTheEmptyText() {
        assertThat(ContentHash.of(Map.of())).isEqualTo(ShortHash.of("")).hasToString("5oaq0b");
    }

    @Test
    void doesNotMindTheOrderOfTheMap() {
        assertThat(ContentHash.of(BASE.reversed())).isEqualTo(ContentHash.of(BASE));
    }

    @Test
    void ordersKeysByTheirBytes() {
        // U+FF5E sorts before U+1F600 by bytes, after it by UTF-16 units
        Map<String, String> contents = new LinkedHashMap<>();
        contents.put("\uD83D\uDE00", "b");
        contents.put("\uFF5E", "a");
        assertThat(ContentHash.of(contents)).isEqualTo(ShortHash.of("\uFF5E=a\0\uD83D\uDE00=b\0"));
    }

    @Test
    void hashesBytesAsItHashesTexts() {
        SequencedMap<String, byte[]> bytes = new LinkedHashMap<>();
        BASE.forEach((key, value) -> bytes.put(key, value.getBytes(StandardCharsets.UTF_8)));
        assertThat(ContentHash.ofBytes(bytes.reversed())).hasToString("49634h");
    }

    @Test
    void tellsBytesApartThatAreNoText() {
        assertThat(ContentHash.ofBytes(Map.of("k", new byte[] {(byte) 0xFF})))
                .isNotEqualTo(ContentHash.ofBytes(Map.of("k", new byte[] {(byte) 0xFE})));
    }

    @Test
    void hashesWhatAPodRefersToInOrder() {
        assertThat(ContentHash.ofPod(List.of("49634h", "54m6br")))
                .contains(new ShortHash("33pmly"));
        assertThat(ContentHash.ofPod(List.of("49634h"))).contains(new ShortHash("wdkkze"));
        assertThat(ContentHash.ofPod(List.of("49634h", ""))).contains(new ShortHash("wdkkze"));
    }

    @Test
    void givesNoHashToAPodThatRefersToNothing() {
        assertThat(ContentHash.ofPod(List.of())).isEmpty();
    }
}
