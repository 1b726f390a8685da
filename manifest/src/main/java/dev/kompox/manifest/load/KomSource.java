package dev.kompox.manifest.load;

import dev.kompox.compose.yaml.Location;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Say where documents are read from besides the app's own file.
 *
 * @param level who said it
 * @param entries the files and directories
 * @param base what relative paths start from
 * @param bound whether they must lie in the project; if not, only links inside them are held back
 */
record KomSource(Level level, List<Entry> entries, Path base, boolean bound) {

    /**
     * Name a file or directory.
     *
     * @param path as written
     * @param location where it was written, or null when that was no file
     */
    record Entry(String path, @Nullable Location location) {}

    KomSource {
        entries = List.copyOf(entries);
    }
}
