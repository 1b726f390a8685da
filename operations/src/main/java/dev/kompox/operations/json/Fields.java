package dev.kompox.operations.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Read the members of a JSON object by name and type. Values are strings, numbers, booleans, lists
 * of strings and nested objects; what is missing or of another type is reported by name.
 *
 * @param map the members, in order
 */
public record Fields(SequencedMap<String, @Nullable Object> map) {

    /** No members. */
    public static final Fields NONE = new Fields(new LinkedHashMap<>());

    /** Copies the members. */
    public Fields {
        map = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }

    /**
     * Make an object of names and values in turn.
     *
     * @param namesAndValues name, value, name, value …
     */
    public static Fields of(@Nullable Object... namesAndValues) {
        SequencedMap<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return new Fields(map);
    }

    /**
     * Take a value read by {@link Json#read} as an object.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Fields from(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> read)) {
            throw new IllegalArgumentException("not a JSON object");
        }
        SequencedMap<String, @Nullable Object> map = new LinkedHashMap<>();
        read.forEach((name, member) -> map.put(String.valueOf(name), member));
        return new Fields(map);
    }

    /** Tell whether a member is there and not null. */
    public boolean has(String name) {
        return map.get(name) != null;
    }

    /** Return a string. */
    public String string(String name) {
        return map.get(name) instanceof String value ? value : missing(name, "a string");
    }

    /** Return a string, or null if it is not there. */
    public @Nullable String stringOrNull(String name) {
        return has(name) ? string(name) : null;
    }

    /** Return a whole number. */
    public long number(String name) {
        return map.get(name) instanceof Number value
                ? value.longValue()
                : Long.parseLong(missing(name, "a number"));
    }

    /** Return a boolean; what is not there is false. */
    public boolean flag(String name) {
        return has(name)
                && (map.get(name) instanceof Boolean value
                        ? value
                        : !missing(name, "a boolean").isEmpty());
    }

    /** Return a list of strings; what is not there is empty. */
    public List<String> strings(String name) {
        List<String> strings = new ArrayList<>();
        for (Object item : items(name)) {
            strings.add(String.valueOf(item));
        }
        return Collections.unmodifiableList(strings);
    }

    /** Return an object; what is not there is empty. */
    public Fields object(String name) {
        return has(name) ? from(map.get(name)) : NONE;
    }

    /** Return a list of objects; what is not there is empty. */
    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (Object item : items(name)) {
            objects.add(from(item));
        }
        return Collections.unmodifiableList(objects);
    }

    private List<?> items(String name) {
        if (!has(name)) {
            return List.of();
        }
        return map.get(name) instanceof List<?> list ? list : List.of(missing(name, "a list"));
    }

    private String missing(String name, String type) {
        throw new IllegalArgumentException("\"" + name + "\" is not " + type);
    }

    @Override
    public String toString() {
        return Json.write(map);
    }
}
