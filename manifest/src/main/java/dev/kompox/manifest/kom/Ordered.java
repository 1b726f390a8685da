package dev.kompox.manifest.kom;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

/** Keep collections in the order they were written, and entries apart from each other. */
final class Ordered {

    private Ordered() {}

    static SequencedMap<String, String> copy(SequencedMap<String, String> map) {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }

    /** Copy a list whose items must differ in one respect. */
    static <T> List<T> distinct(String what, List<T> items, Function<T, ?> respect) {
        Set<Object> seen = new HashSet<>();
        for (T item : items) {
            refuseTwice(what, respect.apply(item), seen);
        }
        return List.copyOf(items);
    }

    static void refuseTwice(String what, Collection<?> values) {
        Set<Object> seen = new HashSet<>();
        for (Object value : values) {
            refuseTwice(what, value, seen);
        }
    }

    private static void refuseTwice(String what, Object value, Set<Object> seen) {
        if (!seen.add(value)) {
            throw new IllegalArgumentException("%s \"%s\" is there twice".formatted(what, value));
        }
    }
}
