package dev.kompox.compose.render;

import dev.kompox.compose.model.Project;
import dev.kompox.compose.schema.ComposeSchema;

/**
 * Print a project in the layout of {@code docker compose config}.
 *
 * <p>Values of the environment are printed: the output may hold secrets. A dollar sign is printed
 * twice, so that the output can be loaded again.
 */
public final class ProjectPrinter {

    private ProjectPrinter() {}

    /** Print YAML, ending in a line break. */
    public static String yaml(Project project) {
        return escape(new YamlPrinter().print(project.tree(), ComposeSchema.root()));
    }

    /**
     * Print JSON without a trailing line break.
     *
     * <p>As docker compose does, top-level {@code models} and extensions below the top level are in
     * the YAML only.
     */
    public static String json(Project project) {
        return escape(new JsonPrinter(false).print(project.tree(), ComposeSchema.root()));
    }

    private static String escape(String text) {
        return text.replace("$", "$$");
    }
}
