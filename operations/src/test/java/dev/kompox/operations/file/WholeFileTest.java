package dev.kompox.operations.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kompox.driver.failure.DriverException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is there whole or not at all. */
class WholeFileTest {

    @TempDir Path directory;

    @Test
    void isForItsOwnerAloneIfItIsSecret() throws IOException {
        Path file = directory.resolve("file");
        Files.writeString(file, "old");
        WholeFile.write(file, "new", true);
        assertThat(WholeFile.text(file)).isEqualTo("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsALink() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("file"));
        WholeFile.write(link, "new", false);
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(file)).isEqualTo("new");
    }

    @Test
    void leavesNothingHalfBehind() throws IOException {
        Path file = Files.createDirectory(directory.resolve("file"));
        Files.createFile(file.resolve("inside"));
        assertThatExceptionOfType(DriverException.class)
                .isThrownBy(() -> WholeFile.write(file, "new", false))
                .withMessageContaining(file + " cannot be written");
        try (Stream<Path> all = Files.list(directory)) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void saysThatItsDirectoryIsNotThere() {
        assertThatExceptionOfType(DriverException.class)
                .isThrownBy(() -> WholeFile.write(directory.resolve("no/file"), "new", false))
                .withMessageContaining("its directory is not there");
    }
}
