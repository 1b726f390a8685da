package dev.kompox.manifest.kom;

import dev.kompox.compose.yaml.Location;
import java.nio.file.Path;

/**
 * Tell where a document was read.
 *
 * @param file the file, absolute
 * @param document which document of the file, counted from 1; empty ones count
 * @param location where it begins, with the file's name as people know it
 */
public record Origin(Path file, int document, Location location) {

    /** Check that documents count from 1. */
    public Origin {
        if (document < 1) {
            throw new IllegalArgumentException("documents of a file count from 1");
        }
    }

    /** Give {@code FILE (document N)}. */
    @Override
    public String toString() {
        return location.file() + " (document " + document + ")";
    }
}
