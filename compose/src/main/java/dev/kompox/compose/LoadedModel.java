package dev.kompox.compose;

import dev.kompox.compose.yaml.MappingNode;
import java.util.List;

/**
 * Hold a model that was loaded, not yet the project that it stands for (Compose Specification, "The
 * Compose application model").
 *
 * @param tree the merged model, short forms written out where they could be read; every node knows
 *     where it was written
 * @param warnings what was noticed on the way, in order of position
 */
public record LoadedModel(MappingNode tree, List<Problem> warnings) {

    /** Copy the list. */
    public LoadedModel {
        warnings = Problem.sorted(warnings);
    }
}
