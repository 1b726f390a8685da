package dev.kompox.compose.model;

import dev.kompox.compose.yaml.MappingNode;
import org.jspecify.annotations.Nullable;

/**
 * Hold a top-level config or secret (Compose Specification, "configs" and "secrets").
 *
 * <p>{@link #toString()} leaves the content out.
 *
 * @param key its key in the file
 * @param name its name on the engine
 * @param external whether it must exist and is not managed by the project
 * @param file the absolute path of its file, or null
 * @param environment the variable that holds its content, or null
 * @param content its content when written inline or in a variable that is set, in the process
 *     environment or an environment file; or null
 * @param node the canonical mapping, for everything else
 */
public record FileObject(
        String key,
        String name,
        boolean external,
        @Nullable String file,
        @Nullable String environment,
        @Nullable String content,
        MappingNode node) {

    @Override
    public String toString() {
        return "FileObject[" + key + ", name=" + name + "]";
    }
}
