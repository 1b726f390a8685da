package dev.kompox.operations.app;

import dev.kompox.compose.model.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Choose where the journals of an app's operations are kept. */
final class JournalRoot {

    private static final String OPERATIONS = "operations";

    private JournalRoot() {}

    /**
     * Return {@code operations} in the project's {@code .kompox}, or, for a bare directory, in the
     * user's state directory (XDG Base Directory Specification, {@code XDG_STATE_HOME}) under the
     * project's name, so that the same app finds its journals from wherever it is called.
     */
    static Path of(AppRequest request, Project project) {
        Path chosen = request.kompoxDirectory();
        if (chosen == null) {
            chosen = above(project.workingDirectory());
        }
        return chosen == null
                ? StateDirectory.of(request.compose().environment())
                        .resolve("apps")
                        .resolve(ProjectId.of(project.name()).app())
                        .resolve(OPERATIONS)
                : chosen.resolve(OPERATIONS);
    }

    private static @Nullable Path above(Path directory) {
        for (Path each = directory; each != null; each = each.getParent()) {
            Path kompox = each.resolve(".kompox");
            if (Files.isDirectory(kompox)) {
                return kompox;
            }
        }
        return null;
    }
}
