package dev.kompox.kubernetes.apply;

import dev.kompox.kubernetes.client.WireFormat;
import dev.kompox.kubernetes.object.KubernetesObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * An object as it is sent to the server: with the label by which it is found again, and with an
 * annotation that tells whether it was last sent the same.
 */
final class Wanted {

    private final KubernetesObject object;
    private final SequencedMap<String, Object> body;
    private final @Nullable String digest;

    /** Send an object, of some inventory if it is in a namespace. */
    Wanted(KubernetesObject object, String inventory) {
        this.object = object;
        this.body = new LinkedHashMap<>(object.body());
        SequencedMap<String, Object> metadata = copy(body.get("metadata"));
        body.put("metadata", metadata);
        if (object.namespace() != null) {
            put(metadata, "labels", Applier.INVENTORY, inventory);
        }
        // a digest of a secret would let everybody who sees it try out short ones
        this.digest = object.kind().equals("Secret") ? null : digest(body);
        if (digest != null) {
            put(metadata, "annotations", Applier.APPLIED, digest);
        }
    }

    /** Return what it is. */
    KubernetesObject object() {
        return object;
    }

    /** Return what is sent. */
    SequencedMap<String, Object> body() {
        return body;
    }

    /**
     * Tell whether applying it would change nothing, as far as that can be told without asking the
     * server: the same was sent before, so nothing of it is to go, and all of it is there. What the
     * server writes otherwise than it was sent is not recognised.
     */
    boolean isAsIn(Map<?, ?> live) {
        return digest != null
                && live.get("metadata") instanceof Map<?, ?> metadata
                && metadata.get("annotations") instanceof Map<?, ?> annotations
                && digest.equals(annotations.get(Applier.APPLIED))
                && covers(live, body);
    }

    private static boolean covers(@Nullable Object live, @Nullable Object wanted) {
        if (wanted instanceof Map<?, ?> map) {
            return live instanceof Map<?, ?> there
                    && map.entrySet().stream()
                            .allMatch(entry -> covers(there.get(entry.getKey()), entry.getValue()));
        }
        if (wanted instanceof List<?> list) {
            if (!(live instanceof List<?> there) || there.size() != list.size()) {
                return false;
            }
            for (int i = 0; i < list.size(); i++) {
                if (!covers(there.get(i), list.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (wanted instanceof Number && live instanceof Number) {
            return wanted.toString().equals(live.toString());
        }
        return wanted != null && wanted.equals(live);
    }

    private static void put(
            SequencedMap<String, Object> metadata, String map, String key, String value) {
        SequencedMap<String, Object> entries = copy(metadata.get(map));
        entries.put(key, value);
        metadata.put(map, entries);
    }

    private static SequencedMap<String, Object> copy(@Nullable Object map) {
        SequencedMap<String, Object> copy = new LinkedHashMap<>();
        if (map instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> copy.put(String.valueOf(key), value));
        }
        return copy;
    }

    private static String digest(Map<String, Object> body) {
        try {
            byte[] all =
                    MessageDigest.getInstance("SHA-256")
                            .digest(WireFormat.json(body).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
