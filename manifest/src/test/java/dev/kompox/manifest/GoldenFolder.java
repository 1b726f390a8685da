package dev.kompox.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One golden folder: {@code case.md} says what it shows; {@code -Dupdate.golden} rewrites it. */
public record GoldenFolder(Path folder) {

    /** List the folders of a suite. */
    public static List<GoldenFolder> all(String suite) {
        Path root = Path.of("src/test/resources", suite).toAbsolutePath();
        try (Stream<Path> folders = Files.list(root)) {
            return folders.sorted().map(GoldenFolder::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Give a file's text. */
    public String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compare with what is recorded. */
    public void expect(String file, String actual) {
        if (Boolean.getBoolean("update.golden")) {
            try {
                Files.writeString(folder.resolve(file), actual);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(actual).isEqualTo(text(file));
    }

    @Override
    public String toString() {
        return String.valueOf(folder.getFileName());
    }
}
