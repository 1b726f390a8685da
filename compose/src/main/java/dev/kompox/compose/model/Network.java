package dev.kompox.compose.model;

import dev.kompox.compose.yaml.MappingNode;
import org.jspecify.annotations.Nullable;

/**
 * Hold a top-level network (Compose Specification, "networks").
 *
 * @param key its key in the file
 * @param name its name on the engine, such as {@code shop_default}
 * @param external whether it must exist and is not managed by the project
 * @param driver the network driver, or null for the engine's default
 * @param internal whether it is cut off from the outside
 * @param node the canonical mapping, for everything else
 */
public record Network(
        String key,
        String name,
        boolean external,
        @Nullable String driver,
        boolean internal,
        MappingNode node) {}
