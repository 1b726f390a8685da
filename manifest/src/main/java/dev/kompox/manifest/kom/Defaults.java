package dev.kompox.manifest.kom;

import dev.kompox.compose.yaml.Location;
import dev.kompox.manifest.id.AppId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hold what holds when nothing else is said. Only {@code kompoxapp.yml} may have it, once.
 *
 * @param header what every document has
 * @param komPath where KOM documents are looked for
 * @param appId which app is meant when none is named, or null
 */
public record Defaults(Header header, List<KomPath> komPath, @Nullable AppId appId)
        implements KomDocument {

    /**
     * Name a file or directory of KOM documents.
     *
     * @param path the path as written
     * @param location where it was written
     */
    public record KomPath(String path, Location location) {}

    /** Copy the paths. */
    public Defaults {
        komPath = List.copyOf(komPath);
    }

    @Override
    public Kind kind() {
        return Kind.DEFAULTS;
    }
}
