package dev.kompox.compose;

import dev.kompox.compose.model.Project;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Hold a project together with what people should know about it (Compose Specification, "The
 * Compose application model").
 *
 * <p>{@link #toString()} leaves the environment out: it may hold secrets.
 *
 * @param project the project
 * @param environment the variables that its files were filled in with
 * @param warnings the warnings, in order of position
 */
public record LoadedProject(
        Project project, SequencedMap<String, String> environment, List<Problem> warnings) {

    /** Copy the collections, the warnings in order of position. */
    public LoadedProject {
        environment = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environment));
        warnings = Problem.sorted(warnings);
    }

    @Override
    public String toString() {
        return "LoadedProject[" + project.name() + "]";
    }
}
