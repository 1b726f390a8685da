package dev.kompox.manifest.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Hold the directory that an App's own file references start from and may not leave.
 *
 * @param directory the directory of the App's document
 */
public record ReferenceBase(Path directory) {

    /**
     * Find a file.
     *
     * @param path the path from the directory, as {@link
     *     dev.kompox.manifest.kom.ComposeSource.File} allows it
     * @return the file; its links are not resolved, but lead to a regular file below the directory
     * @throws IllegalArgumentException with a sentence for people if there is no such file
     * @throws IOException if it cannot be told
     */
    public Path find(String path) throws IOException {
        Path file = directory.resolve(path).normalize();
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("there is no file " + file);
        }
        if (!Boundary.around(List.of(directory)).contains(file)) {
            throw new IllegalArgumentException(
                    "%s leads to %s, which is outside of %s"
                            .formatted(file, file.toRealPath(), directory));
        }
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + " is not a regular file");
        }
        return file;
    }
}
