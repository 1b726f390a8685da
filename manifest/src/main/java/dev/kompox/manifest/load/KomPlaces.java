package dev.kompox.manifest.load;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Hold the places of a project.
 *
 * @param directory the directory that is worked in
 * @param root the directory that holds {@code .kompox}, or null when there is none
 * @param kompoxDirectory the directory of Kompox's own files, or null when there is none
 * @param komApp the file of the app's documents; need not be there
 * @param komAppIsThere whether it is there
 */
public record KomPlaces(
        Path directory,
        @Nullable Path root,
        @Nullable Path kompoxDirectory,
        Path komApp,
        boolean komAppIsThere) {

    /** Give the directory that the app's documents and relative paths start from. */
    public Path komAppDirectory() {
        Path parent = komApp.getParent();
        return parent == null ? directory : parent;
    }
}
