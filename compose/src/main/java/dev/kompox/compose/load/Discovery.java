package dev.kompox.compose.load;

import dev.kompox.compose.diagnose.Diagnostics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Find the Compose files of a directory or of the nearest one above it that has some. */
final class Discovery {

    private static final List<String> NAMES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");
    private static final List<String> OVERRIDES =
            List.of(
                    "compose.override.yml",
                    "compose.override.yaml",
                    "docker-compose.override.yml",
                    "docker-compose.override.yaml");

    private final Diagnostics diagnostics;

    Discovery(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Give the file and its override, or nothing. */
    List<Path> from(Path directory) {
        for (Path at = directory; at != null; at = at.getParent()) {
            List<Path> found = present(at, NAMES);
            if (!found.isEmpty()) {
                List<Path> files = new ArrayList<>();
                files.add(first(found, "config"));
                List<Path> overrides = present(at, OVERRIDES);
                if (!overrides.isEmpty()) {
                    files.add(first(overrides, "override"));
                }
                return files;
            }
        }
        return List.of();
    }

    private Path first(List<Path> found, String kind) {
        if (found.size() > 1) {
            diagnostics.warning(
                    "several-files",
                    "Found multiple "
                            + kind
                            + " files with supported names: "
                            + String.join(", ", found.stream().map(Path::toString).toList())
                            + ". Using "
                            + found.getFirst(),
                    null);
        }
        return found.getFirst();
    }

    private static List<Path> present(Path directory, List<String> names) {
        List<Path> found = new ArrayList<>();
        for (String name : names) {
            Path file = directory.resolve(name);
            if (Files.exists(file)) {
                found.add(file);
            }
        }
        return found;
    }
}
