package dev.kompox.manifest.kom;

import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Hold what every document has besides its name and its specification.
 *
 * @param origin where it was read
 * @param labels {@code metadata.labels}
 * @param annotations {@code metadata.annotations}, the id among them
 * @param opsNamespace {@code status.opsNamespace}, which is kept for others and not used, or null
 */
public record Header(
        Origin origin,
        SequencedMap<String, String> labels,
        SequencedMap<String, String> annotations,
        @Nullable String opsNamespace) {

    /** The annotation that holds a resource's id. */
    public static final String ID = "ops.kompox.dev/id";

    /** Copy the maps, keeping their order. */
    public Header {
        labels = Ordered.copy(labels);
        annotations = Ordered.copy(annotations);
    }
}
