package dev.kompox.compose;

import dev.kompox.compose.model.Project;
import java.util.List;

/**
 * Hold a project together with what people should know about it.
 *
 * @param project the project
 * @param warnings the warnings, in order of position
 */
public record LoadedProject(Project project, List<Problem> warnings) {

    /** Copy the warnings in order of position. */
    public LoadedProject {
        warnings = Problem.sorted(warnings);
    }
}
