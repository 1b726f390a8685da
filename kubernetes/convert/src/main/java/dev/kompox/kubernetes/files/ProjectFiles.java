package dev.kompox.kubernetes.files;

import dev.kompox.kubernetes.convert.LocalFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The files of this machine, and the variables of an environment.
 *
 * <p>A path may be a link, or have links in it: what it leads to is read, as an engine mounts it. A
 * link inside a directory is followed only to another file in it, since anything else would not be
 * there in a container either.
 */
public final class ProjectFiles implements LocalFiles {

    private static final int TYPE = 0170000;

    private final Map<String, String> environment;

    /**
     * Read this machine's files.
     *
     * @param environment the variables
     */
    public ProjectFiles(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public @Nullable String variable(String name) {
        return environment.get(name);
    }

    @Override
    public Found look(String path) {
        Path real;
        try {
            real = Path.of(path).toRealPath();
        } catch (NoSuchFileException e) {
            return new Other("not there");
        } catch (IOException e) {
            return unreadable(path, e);
        }
        try {
            if (Files.isDirectory(real)) {
                return new TreeReader(real).read();
            }
            if (!Files.isRegularFile(real)) {
                return new Other(special(real));
            }
            byte[] bytes = read(real, LARGEST);
            return bytes == null
                    ? new Other("larger than the 1 MB that a cluster keeps in one object")
                    : new Content(bytes, Files.isExecutable(real));
        } catch (IOException e) {
            return unreadable(path, e);
        } catch (DirectoryIteratorException e) {
            return unreadable(path, Objects.requireNonNull(e.getCause()));
        }
    }

    @Override
    public boolean filled(String directory) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(directory))) {
            return entries.iterator().hasNext();
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException | DirectoryIteratorException e) {
            return true;
        }
    }

    /** Return a file's bytes, or null if there are more than so many. */
    static byte @Nullable [] read(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            return bytes.length > most ? null : bytes;
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // what reading itself fails with does not name the file
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
    }

    static String special(Path path) throws IOException {
        int mode = (Integer) Files.getAttribute(path, "unix:mode");
        return switch (mode & TYPE) {
            case 0010000 -> "a pipe";
            case 0020000, 0060000 -> "a device";
            case 0140000 -> "a socket";
            default -> "a special file";
        };
    }

    private static Found unreadable(String path, IOException e) {
        String file = e instanceof FileSystemException named ? named.getFile() : null;
        String reason = e instanceof FileSystemException named ? named.getReason() : e.getMessage();
        if (e instanceof AccessDeniedException) {
            reason = "permission denied";
        } else if (e instanceof NoSuchFileException) {
            reason = "it has just vanished";
        }
        return new Unreadable(
                file == null ? path : file, reason == null ? e.getClass().getSimpleName() : reason);
    }
}
