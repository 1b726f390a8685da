package dev.kompox.manifest.load;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Say where KOM documents are looked for.
 *
 * @param directory the directory that is worked in, absolute
 * @param environment the process's environment; {@code KOMPOX_ROOT}, {@code KOMPOX_DIR}, {@code
 *     KOMPOX_KOM_PATH} and {@code KOMPOX_KOM_APP} are read
 * @param root the project's root ({@code --kompox-root}), or null
 * @param kompoxDirectory the directory of Kompox's own files ({@code --kompox-dir}), or null
 * @param komApp the file of the app's documents ({@code --kom-app}), or null
 * @param komPaths files and directories of documents ({@code --kom-path}); empty for none
 */
public record KomRequest(
        Path directory,
        Map<String, String> environment,
        @Nullable Path root,
        @Nullable Path kompoxDirectory,
        @Nullable Path komApp,
        List<String> komPaths) {

    /** Check that the directory is absolute, and copy the rest. */
    public KomRequest {
        if (!directory.isAbsolute()) {
            throw new IllegalArgumentException(directory + " is not absolute");
        }
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        komPaths = List.copyOf(komPaths);
    }

    /** Look from a directory, with nothing said on the command line. */
    public static KomRequest of(Path directory, Map<String, String> environment) {
        return new KomRequest(directory, environment, null, null, null, List.of());
    }

    /** Set the project's root. */
    public KomRequest withRoot(@Nullable Path path) {
        return new KomRequest(directory, environment, path, kompoxDirectory, komApp, komPaths);
    }

    /** Set the directory of Kompox's own files. */
    public KomRequest withKompoxDirectory(@Nullable Path path) {
        return new KomRequest(directory, environment, root, path, komApp, komPaths);
    }

    /** Set the file of the app's documents. */
    public KomRequest withKomApp(@Nullable Path path) {
        return new KomRequest(directory, environment, root, kompoxDirectory, path, komPaths);
    }

    /** Set the files and directories of documents. */
    public KomRequest withKomPaths(List<String> paths) {
        return new KomRequest(directory, environment, root, kompoxDirectory, komApp, paths);
    }

    /** Give a variable, or null when it is not set or empty. */
    @Nullable String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
