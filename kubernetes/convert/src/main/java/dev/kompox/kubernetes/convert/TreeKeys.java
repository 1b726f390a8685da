package dev.kompox.kubernetes.convert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The keys that files of a directory have in a ConfigMap, which knows no directories.
 *
 * @param byPath the key of each file by its path below the directory
 */
record TreeKeys(SortedMap<String, String> byPath) {

    // https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/config-map-v1/
    private static final int LONGEST = 200;

    /** Give each file the key that its path is, or one like it. */
    static TreeKeys of(Collection<String> paths) {
        SortedMap<String, String> keys = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        for (String path : new TreeSet<>(paths)) {
            String plain = Binds.key(path.replace('/', '_'));
            String stem = plain.substring(Math.max(0, plain.length() - LONGEST));
            String key = stem;
            for (int number = 2; !taken.add(key); number++) {
                key = number + "-" + stem;
            }
            keys.put(path, key);
        }
        return new TreeKeys(keys);
    }

    /** Return where each key is mounted, or nothing if each is where a mount puts it by itself. */
    List<Map<String, Object>> items() {
        List<Map<String, Object>> items = new ArrayList<>();
        if (!byPath.entrySet().stream().allMatch(one -> one.getKey().equals(one.getValue()))) {
            byPath.forEach(
                    (path, key) -> items.add(new Body().with("key", key).with("path", path).map()));
        }
        return items;
    }
}
