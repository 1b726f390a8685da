package dev.kompox.manifest.load;

import dev.kompox.compose.Problem;
import dev.kompox.manifest.id.AppId;
import dev.kompox.manifest.kom.Defaults;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Hold what was loaded.
 *
 * @param places where it was looked for
 * @param set the resources; empty for a bare directory
 * @param defaults what holds when nothing else is said, or null
 * @param composeFiles the Compose files of the Apps that name one, links not resolved
 * @param warnings what people should know
 */
public record LoadedKom(
        KomPlaces places,
        KomSet set,
        @Nullable Defaults defaults,
        SequencedMap<AppId, Path> composeFiles,
        List<Problem> warnings) {

    /** Copy the collections. */
    public LoadedKom {
        composeFiles = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(composeFiles));
        warnings = List.copyOf(warnings);
    }

    /**
     * Say whether no document describes anything: the directory is then an app of its own on the
     * local Docker Engine, see {@link BareDirectory}.
     */
    public boolean isBare() {
        return set.isEmpty();
    }
}
