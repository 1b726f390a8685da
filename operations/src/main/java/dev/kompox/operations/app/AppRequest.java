package dev.kompox.operations.app;

import dev.kompox.compose.LoadRequest;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Say which app is meant.
 *
 * @param compose how its Compose files are found and read
 * @param kompoxDirectory the directory of Kompox's own files; null to look for {@code .kompox}
 *     beside the project and above it
 * @param komApp the file of the app's KOM documents; null for {@code kompoxapp.yml} where there is
 *     one
 */
public record AppRequest(
        LoadRequest compose, @Nullable Path kompoxDirectory, @Nullable Path komApp) {}
