package dev.kompox.compose.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * List the fixed keys of a mapping, in the order in which {@code docker compose config} prints
 * them.
 *
 * @param keys the keys by name
 * @param required the keys that must be there
 * @param extensions whether keys that begin with {@code x-} are allowed
 * @param closed whether any other key is an error
 * @param others what any other key holds, or null
 */
public record Shape(
        SequencedMap<String, Key> keys,
        List<String> required,
        boolean extensions,
        boolean closed,
        @Nullable Key others) {

    /** Keep the keys' order. */
    public Shape {
        keys = Collections.unmodifiableSequencedMap(keys);
    }

    static Shape of(Key... keys) {
        LinkedHashMap<String, Key> byName = new LinkedHashMap<>(keys.length * 2);
        for (Key key : keys) {
            byName.put(key.name(), key);
        }
        return new Shape(byName, List.of(), true, true, null);
    }

    Shape require(String... names) {
        return new Shape(keys, List.of(names), extensions, closed, others);
    }

    Shape withoutExtensions() {
        return new Shape(keys, required, false, closed, others);
    }

    /** Give the keys of some names alone. */
    Shape only(Set<String> names) {
        LinkedHashMap<String, Key> some = new LinkedHashMap<>(keys);
        some.keySet().retainAll(names);
        return new Shape(some, List.of(), extensions, closed, others);
    }

    Shape with(Key key) {
        LinkedHashMap<String, Key> more = new LinkedHashMap<>(keys);
        more.put(key.name(), key);
        return new Shape(more, required, extensions, closed, others);
    }

    Shape open() {
        return new Shape(keys, required, extensions, false, others);
    }
}
