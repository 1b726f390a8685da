package dev.kompox.operations.kubeconfig;

import dev.kompox.driver.place.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A cluster that can be named here.
 *
 * @param name its name: that of a context, or of a KOM document
 * @param kind what names it
 * @param driver the driver it is reached through
 * @param context the context that reaches it; null if that is not known
 * @param server the address of its API server; null if that is not known
 * @param current whether it is the current context
 * @param options the driver's options that reach it
 */
public record KnownCluster(
        String name,
        Kind kind,
        String driver,
        @Nullable String context,
        @Nullable String server,
        boolean current,
        SequencedMap<String, String> options) {

    /** What names a cluster. */
    public enum Kind {
        /** A context of a kubeconfig. */
        CONTEXT,
        /** A KOM document. */
        DOCUMENT
    }

    /** Copies the options. */
    public KnownCluster {
        options = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(options));
    }

    /** Return its place as Kompox shows it; only the driver where the context is not known. */
    public String place() {
        return context == null
                ? driver
                : new Location(driver, context, options.getOrDefault("zone", "")).toString();
    }

    /** Tell whether this is a place. */
    public boolean is(Location place) {
        return place.provider().equals(driver)
                && place.region().equals(context)
                && place.zone().equals(options.getOrDefault("zone", ""));
    }
}
