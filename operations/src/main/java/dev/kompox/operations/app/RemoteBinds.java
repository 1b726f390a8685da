package dev.kompox.operations.app;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.Problem;
import dev.kompox.compose.model.Mount;
import dev.kompox.compose.model.Project;
import dev.kompox.compose.model.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Refuses data in the folder of a file that {@code include} or {@code extends} brought from a git
 * repository: docker compose keeps such folders elsewhere, one for each commit, so that the data
 * would be neither found again nor moved.
 */
public final class RemoteBinds {

    private RemoteBinds() {}

    /** Return where what git repositories hold is kept. */
    public static Path directory(Map<String, String> environment) {
        return StateDirectory.of(environment).resolve("git");
    }

    static void refuse(Project project, Map<String, String> environment) {
        Path kept = directory(environment);
        List<Problem> problems = new ArrayList<>();
        for (Service service : project.services().values()) {
            for (Mount mount : service.mounts()) {
                if (mount instanceof Mount.BindMount bind
                        && !bind.readOnly()
                        && Path.of(bind.source()).startsWith(kept)) {
                    problems.add(problem(service, bind));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ComposeException(problems);
        }
    }

    private static Problem problem(Service service, Mount.BindMount bind) {
        return Problem.error(
                        "remote-data",
                        "service \""
                                + service.name()
                                + "\" writes to "
                                + bind.target()
                                + " in the folder of a file from a git repository",
                        service.node().location(),
                        "")
                .withRemedy("Lay a named volume over it, or mount it read-only.");
    }
}
