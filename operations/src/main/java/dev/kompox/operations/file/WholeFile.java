package dev.kompox.operations.file;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes a file so that whoever reads it sees what was there before or all of what is new. */
public final class WholeFile {

    private static final FileAttribute<?>[] OWNER_ONLY = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
    private static final FileAttribute<?>[] USUAL = {};

    private WholeFile() {}

    /**
     * Write a file, in place of what is there. A link stays one: what it leads to is replaced.
     *
     * @param secret whether only its owner may read it; otherwise as the user's mask has it
     * @throws DriverException if it cannot be written; what was there before is there still
     */
    public static void write(Path file, String text, boolean secret) {
        try {
            Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path half =
                    real.resolveSibling(
                            "." + real.getFileName() + "." + ProcessHandle.current().pid());
            try {
                fill(half, text, secret);
                Files.move(half, real, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static void fill(Path half, String text, boolean secret) throws IOException {
        Files.deleteIfExists(half); // of a process of the same number that was killed
        try (FileChannel out =
                FileChannel.open(
                        half,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        secret ? OWNER_ONLY : USUAL)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    /**
     * Return what a file holds.
     *
     * @throws DriverException if it cannot be read as text
     */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new DriverException(
                    new Category.Invalid(),
                    file + " cannot be read as text",
                    "ls -l " + file,
                    null,
                    e);
        }
    }

    /**
     * Make sure that a directory is there; what is made of it only its owner may enter.
     *
     * @throws DriverException if it cannot be made
     */
    public static void directory(Path directory) {
        try {
            Files.createDirectories(
                    directory,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw failed(directory, e);
        }
    }

    /** Say why a file or directory cannot be written. */
    public static DriverException failed(Path file, IOException e) {
        String reason =
                e instanceof NoSuchFileException
                        ? "its directory is not there"
                        : e instanceof AccessDeniedException
                                ? "permission denied"
                                : e instanceof FileSystemException named
                                                && named.getReason() != null
                                        ? named.getReason()
                                        : String.valueOf(e.getMessage());
        Path parent = file.toAbsolutePath().getParent();
        return new DriverException(
                e instanceof AccessDeniedException
                        ? new Category.Denied("write " + file)
                        : new Category.Invalid(),
                file + " cannot be written: " + reason,
                "ls -ld " + (parent == null ? file : parent),
                null,
                e);
    }
}
