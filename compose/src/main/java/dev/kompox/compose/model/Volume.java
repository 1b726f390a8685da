package dev.kompox.compose.model;

import dev.kompox.compose.yaml.MappingNode;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Hold a top-level volume (Compose Specification, "volumes").
 *
 * @param key its key in the file
 * @param name its name on the engine, such as {@code shop_db}
 * @param external whether it must exist and is not managed by the project
 * @param driver the volume driver, or null for the engine's default
 * @param driverOpts the driver's options
 * @param labels its labels
 * @param node the canonical mapping, for everything else
 */
public record Volume(
        String key,
        String name,
        boolean external,
        @Nullable String driver,
        SequencedMap<String, String> driverOpts,
        SequencedMap<String, String> labels,
        MappingNode node) {

    /** Copy the collections, keeping their order. */
    public Volume {
        driverOpts = Project.ordered(driverOpts);
        labels = Project.ordered(labels);
    }
}
