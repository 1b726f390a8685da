package dev.kompox.kubernetes.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.failure.DriverException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CopyPathTest {

    @ParameterizedTest
    @CsvSource({
        "a, /base/a, false, false",
        "a/b/, /base/a/b, false, true",
        "a/., /base/a, true, true",
        "., /base, true, true",
        "./a, /base/a, false, false",
        ".., /, true, true",
        "../c, /c, false, false",
        "a/.., /base, false, true",
        "/x//y, /x/y, false, false",
        "/, /, true, true",
        "/../../z, /z, false, false",
        "-x, /base/-x, false, false",
        "a..b, /base/a..b, false, false"
    })
    void aPathIsReadAsItIsMeant(String text, String path, boolean contents, boolean directory) {
        assertThat(CopyPath.of("/base", text)).isEqualTo(new CopyPath(path, contents, directory));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\0b"})
    void whatIsNoPathIsRefused(String text) {
        assertThatThrownBy(() -> CopyPath.of("/", text)).isInstanceOf(DriverException.class);
    }

    @ParameterizedTest
    @CsvSource({"/a/b, /a, b", "/a, /, a", "/, /, ''"})
    void aPathHasAParentAndAName(String path, String parent, String name) {
        assertThat(CopyPath.parent(path)).isEqualTo(parent);
        assertThat(CopyPath.name(path)).isEqualTo(name);
    }
}
