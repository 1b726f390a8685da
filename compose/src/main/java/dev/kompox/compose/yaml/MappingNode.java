package dev.kompox.compose.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Hold a YAML mapping whose keys are scalars.
 *
 * @param location where it begins
 * @param tag its tag, {@link Tag#MAPPING} unless written otherwise
 * @param entries its entries in order, by the text of their keys
 */
public record MappingNode(Location location, String tag, SequencedMap<String, Entry> entries)
        implements Node {

    /**
     * Pair a key with its value.
     *
     * @param key the key as written, with its own place
     * @param value the value
     */
    public record Entry(ScalarNode key, Node value) {

        /** Keep the key, replace the value. */
        public Entry withValue(Node newValue) {
            return new Entry(key, newValue);
        }
    }

    /** Copy the entries. */
    public MappingNode {
        entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
    }

    /** Make an untagged mapping. */
    public static MappingNode of(Location location, SequencedMap<String, Entry> entries) {
        return new MappingNode(location, Tag.MAPPING, entries);
    }

    /** Make an empty mapping. */
    public static MappingNode empty(Location location) {
        return of(location, new LinkedHashMap<>());
    }

    /** Give the value of a key, or null when there is no such key. */
    public @Nullable Node get(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /** Give an entry with its key's place, or null when there is no such key. */
    public @Nullable Entry entry(String key) {
        return entries.get(key);
    }

    /** Say whether a key is there, even with a null value. */
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Say whether there are no entries. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Put a value: in place of the key's old value, or as the last entry placed at the value. */
    public MappingNode with(String key, Node value) {
        LinkedHashMap<String, Entry> copy = new LinkedHashMap<>(entries);
        Entry old = copy.get(key);
        copy.put(
                key,
                old == null
                        ? new Entry(ScalarNode.string(value.location(), key), value)
                        : old.withValue(value));
        return new MappingNode(location, tag, copy);
    }

    /** Leave a key out. */
    public MappingNode without(String key) {
        if (!entries.containsKey(key)) {
            return this;
        }
        LinkedHashMap<String, Entry> copy = new LinkedHashMap<>(entries);
        copy.remove(key);
        return new MappingNode(location, tag, copy);
    }

    /** Keep place and tag, replace all entries. */
    public MappingNode withEntries(SequencedMap<String, Entry> newEntries) {
        return new MappingNode(location, tag, newEntries);
    }

    @Override
    public MappingNode withTag(String newTag) {
        return new MappingNode(location, newTag, entries);
    }

    @Override
    public String kind() {
        return "a mapping";
    }
}
