package dev.kompox.manifest.kom;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Hold settings, which may be secret: their values are never part of a message.
 *
 * @param values the settings in the order they were written
 */
public record Settings(SequencedMap<String, String> values) {

    /** No settings. */
    public static final Settings NONE = new Settings(new LinkedHashMap<>());

    /** Copy the settings, keeping their order. */
    public Settings {
        values = Ordered.copy(values);
    }

    /** Give a setting, or null when it is not there. */
    public @Nullable String get(String key) {
        return values.get(key);
    }

    /** Show the keys only. */
    @Override
    public String toString() {
        return "Settings" + values.sequencedKeySet();
    }
}
