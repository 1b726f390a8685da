package dev.kompox.kubernetes.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalTarTest {

    private static final FileTime TIME = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));

    @TempDir private Path root = Path.of("");

    private Path from = Path.of("");
    private Path to = Path.of("");

    @BeforeEach
    void make() throws IOException {
        from = Files.createDirectory(root.resolve("from"));
        to = Files.createDirectory(root.resolve("to"));
        for (String name : List.of("-C", "a b", "new\nline", "@x", "*", "$(touch y)")) {
            Files.writeString(from.resolve(name), name);
        }
        Files.setLastModifiedTime(from.resolve("*"), TIME);
        Files.setPosixFilePermissions(
                from.resolve("*"), PosixFilePermissions.fromString("rwx-wx--x"));
        Files.createSymbolicLink(from.resolve("link"), Path.of("*"));
    }

    @Test
    void strangeNamesArriveAndSoDoModesAndTimes() throws IOException {
        pass(LocalTar.all(from));
        assertThat(names(to)).isEqualTo(names(from));
        assertThat(Files.readString(to.resolve("$(touch y)"))).isEqualTo("$(touch y)");
        assertThat(Files.getLastModifiedTime(to.resolve("*"))).isEqualTo(TIME);
        assertThat(Files.getPosixFilePermissions(to.resolve("*")))
                .isEqualTo(PosixFilePermissions.fromString("rwx-wx--x"));
        assertThat(Files.readSymbolicLink(to.resolve("link"))).hasToString("*");
    }

    @Test
    void whatIsInADirectoryArrivesWithoutTheDirectorysOwn() throws IOException {
        Files.setPosixFilePermissions(from, PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
        pass(LocalTar.some(from, names(from)));
        assertThat(names(to)).isEqualTo(names(from));
        assertThat(Files.getPosixFilePermissions(to))
                .isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aLinkIsFollowedWhenWanted() throws IOException {
        pass(LocalTar.one(from, "link", true));
        assertThat(Files.isSymbolicLink(to.resolve("link"))).isFalse();
        assertThat(Files.readString(to.resolve("link"))).isEqualTo("*");
    }

    @Test
    void aFailureIsToldInItsWords() {
        try (LocalTar tar = LocalTar.one(from, "absent", false)) {
            assertThat(tar.result().code()).isNotZero();
            assertThat(tar.failed()).isTrue();
            assertThat(tar.result().said()).anyMatch(line -> line.contains("absent"));
        }
    }

    private void pass(LocalTar made) throws IOException {
        try (LocalTar source = made;
                LocalTar target = LocalTar.extract(to)) {
            source.output().transferTo(target.input());
            assertThat(target.result().code()).isZero();
            assertThat(source.result().code()).isZero();
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> inside = Files.list(directory)) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
