package dev.kompox.manifest.hash;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Hash what a config or secret holds, so that a change of it can be told without showing it.
 *
 * <p>The bytes hashed are {@code KEY=VALUE} and a NUL for each key, keys in the order of their
 * UTF-8 bytes. The contents are not kept.
 */
public final class ContentHash {

    private ContentHash() {}

    /** Hash texts by key; the order of the map does not matter. */
    public static ShortHash of(Map<String, String> texts) {
        SequencedMap<byte[], byte[]> sorted = new TreeMap<>(Arrays::compareUnsigned);
        texts.forEach((key, value) -> sorted.put(utf8(key), utf8(value)));
        return hash(sorted);
    }

    /** Hash bytes by key; the order of the map does not matter. */
    public static ShortHash ofBytes(Map<String, byte[]> contents) {
        SequencedMap<byte[], byte[]> sorted = new TreeMap<>(Arrays::compareUnsigned);
        contents.forEach((key, value) -> sorted.put(utf8(key), value));
        return hash(sorted);
    }

    /**
     * Hash what a pod refers to.
     *
     * @param contentHashes the hash each referenced object carries, empty when it carries none:
     *     image pull secrets, then what each container (by name) takes its environment from, then
     *     the volumes
     * @return its hash, or nothing when the pod refers to nothing
     */
    public static Optional<ShortHash> ofPod(List<String> contentHashes) {
        return contentHashes.isEmpty()
                ? Optional.empty()
                : Optional.of(ShortHash.of(String.join("", contentHashes)));
    }

    private static ShortHash hash(SequencedMap<byte[], byte[]> sorted) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        sorted.forEach((key, value) -> {
            all.writeBytes(key);
            all.write('=');
            all.writeBytes(value);
            all.write(0);
        });
        return ShortHash.of(all.toByteArray());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
