package dev.kompox.kubernetes.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.kompox.kubernetes.convert.LocalFiles;
import dev.kompox.kubernetes.convert.LocalFiles.Content;
import dev.kompox.kubernetes.convert.LocalFiles.Found;
import dev.kompox.kubernetes.convert.LocalFiles.Other;
import dev.kompox.kubernetes.convert.LocalFiles.Tree;
import dev.kompox.kubernetes.convert.LocalFiles.Unreadable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of this machine, as an engine would mount them. */
class ProjectFilesTest {

    private final LocalFiles files = new ProjectFiles(Map.of("KEY", "s3cret", "EMPTY", ""));

    @TempDir Path directory;

    @BeforeEach
    void aFile() throws IOException {
        Files.writeString(directory.resolve("a.conf"), "a\n");
    }

    @Test
    void aFileIsRead() {
        assertThat(look("a.conf")).isInstanceOf(Content.class);
    }

    @Test
    void linksAreFollowedToTheFile() throws IOException {
        Files.createDirectory(directory.resolve("real"));
        Files.writeString(directory.resolve("real/b.conf"), "b\n");
        Files.createSymbolicLink(directory.resolve("way"), Path.of("real"));
        Files.createSymbolicLink(directory.resolve("real/link.conf"), directory.resolve("a.conf"));

        assertThat(look("way/b.conf")).isInstanceOf(Content.class);
        assertThat(look("real/link.conf")).isInstanceOf(Content.class);
    }

    @Test
    void aDirectoryOfFilesIsReadWithItsOwnLinks() throws IOException {
        Files.createSymbolicLink(directory.resolve("now.conf"), Path.of("a.conf"));
        Files.writeString(directory.resolve(".hidden"), "");

        assertThat(look("."))
                .isInstanceOfSatisfying(
                        Tree.class,
                        tree -> {
                            assertThat(tree.files())
                                    .containsOnlyKeys(".hidden", "a.conf", "now.conf");
                            assertThat(tree.files().get("now.conf")).asString().isEqualTo("a\n");
                            assertThat(tree.executable()).isFalse();
                        });
    }

    @Test
    void aDirectoryIsReadToItsDepth() throws IOException {
        Files.createDirectories(directory.resolve("deep/er"));
        Files.writeString(directory.resolve("deep/er/b.conf"), "b\n");
        Files.createSymbolicLink(directory.resolve("deep/up.conf"), Path.of("../a.conf"));
        assertThat(look("."))
                .isInstanceOfSatisfying(
                        Tree.class,
                        tree -> {
                            assertThat(tree.files())
                                    .containsOnlyKeys("a.conf", "deep/er/b.conf", "deep/up.conf");
                            assertThat(tree.hollow()).isFalse();
                        });

        Files.createDirectory(directory.resolve("deep/hollow"));
        assertThat(look(".")).extracting("hollow").isEqualTo(true);
        assertThat(look("deep/hollow")).extracting("hollow").isEqualTo(false);

        Files.createSymbolicLink(directory.resolve("way"), Path.of("deep"));
        assertThat(look("."))
                .isEqualTo(new Other("a directory with a link to a directory in it (way)"));
    }

    @Test
    void tooManyFilesAreSaid() throws IOException {
        for (int i = 1; i < LocalFiles.MOST_FILES; i++) {
            Files.createFile(directory.resolve("f" + i));
        }
        assertThat(look(".")).isInstanceOf(Tree.class);

        Files.createFile(directory.resolve("one-more"));
        assertThat(look(".")).isEqualTo(new Other("a directory with more than 1000 files"));
    }

    @Test
    void anExecutableFileIsKnownAsOne() throws IOException {
        Path script = Files.writeString(directory.resolve("run.sh"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(look(".")).extracting("executable").isEqualTo(true);
        assertThat(look("run.sh")).extracting("executable").isEqualTo(true);
    }

    @Test
    void whatNoContainerWouldSeeIsNotFollowed() throws IOException {
        Path inner = Files.createDirectory(directory.resolve("inner"));
        Files.createSymbolicLink(inner.resolve("out"), Path.of("../a.conf"));

        assertThat(look("inner"))
                .isEqualTo(new Other("a directory with a link that leads out of it (out)"));
    }

    @Test
    void whatIsNoFileIsSaid() throws IOException {
        Files.createDirectories(directory.resolve("deep/er"));

        assertThat(look("none")).isEqualTo(new Other("not there"));
        assertThat(files.look("/dev/null")).isEqualTo(new Other("a device"));
        Path socket = directory.resolve("deep/er/s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertThat(look("deep/er/s")).isEqualTo(new Other("a socket"));
            assertThat(look("deep/er")).isEqualTo(new Other("a directory with a socket in it (s)"));
        }
    }

    @Test
    void whatIsTooLargeForAnObjectIsSaid() throws IOException {
        Files.write(directory.resolve("most"), new byte[LocalFiles.LARGEST - 2]);
        assertThat(look("most")).isInstanceOf(Content.class);
        assertThat(look(".")).isInstanceOf(Tree.class);

        Files.write(directory.resolve("most"), new byte[LocalFiles.LARGEST - 1]);
        assertThat(look(".")).extracting("what").asString().contains("more than the 1 MB");

        Files.write(directory.resolve("most"), new byte[LocalFiles.LARGEST + 1]);
        assertThat(look("most")).extracting("what").asString().contains("larger than the 1 MB");
    }

    /** A file that is there and cannot be read must not pass for one that is not. */
    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        Path loop = directory.resolve("loop");
        Files.createSymbolicLink(loop, loop);

        assertThat(look("loop"))
                .isInstanceOfSatisfying(
                        Unreadable.class, one -> assertThat(one.file()).isEqualTo(loop.toString()));
        assertThat(look("a.conf/b")).isInstanceOf(Unreadable.class);
    }

    @Test
    void whatMayNotBeReadIsNamed() throws IOException {
        Path secret = directory.resolve("a.conf");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(secret), "the tests run as one who may read everything");

        assertThat(look("a.conf"))
                .isEqualTo(new Unreadable(secret.toString(), "permission denied"));
        assertThat(look(".")).isEqualTo(new Unreadable(secret.toString(), "permission denied"));
    }

    @Test
    void variablesAreThoseOfTheEnvironment() {
        assertThat(files.variable("KEY")).isEqualTo("s3cret");
        assertThat(files.variable("EMPTY")).isEmpty();
        assertThat(files.variable("NONE")).isNull();
    }

    private Found look(String name) {
        return files.look(directory.resolve(name).toString());
    }
}
