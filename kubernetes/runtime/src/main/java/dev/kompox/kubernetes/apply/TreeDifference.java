package dev.kompox.kubernetes.apply;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two states of an object, apart from what the server and Kompox keep about
 * it. Lists whose items have names are compared by name, as the server merges them.
 */
final class TreeDifference {

    private static final Set<String> KEPT_ABOUT_IT =
            Set.of(
                    "metadata.managedFields",
                    "metadata.resourceVersion",
                    "metadata.generation",
                    "metadata.uid",
                    "metadata.creationTimestamp",
                    "metadata.annotations." + Applier.APPLIED,
                    "status");
    private static final int LONGEST = 60;

    private final boolean secret;
    private final List<String> fields = new ArrayList<>();

    private TreeDifference(boolean secret) {
        this.secret = secret;
    }

    /**
     * Return the fields that differ.
     *
     * @param secret whether values must not be shown
     */
    static List<String> of(Map<?, ?> before, Map<?, ?> after, boolean secret) {
        TreeDifference difference = new TreeDifference(secret);
        difference.maps("", before, after);
        return difference.fields;
    }

    private void maps(String path, Map<?, ?> before, Map<?, ?> after) {
        Set<Object> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (Object key : keys) {
            String below = path.isEmpty() ? String.valueOf(key) : path + "." + key;
            if (!KEPT_ABOUT_IT.contains(below)) {
                values(below, before.get(key), after.get(key));
            }
        }
    }

    private void values(String path, @Nullable Object before, @Nullable Object after) {
        if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
            maps(path, one, other);
        } else if (before instanceof List<?> one && after instanceof List<?> other) {
            lists(path, one, other);
        } else if (before == null || !before.equals(after)) {
            if (before != null || after != null) {
                fields.add(path + shown(before, after));
            }
        }
    }

    private void lists(String path, List<?> before, List<?> after) {
        if (named(before) && named(after)) {
            Set<Object> names = new LinkedHashSet<>();
            before.forEach(item -> names.add(name(item)));
            after.forEach(item -> names.add(name(item)));
            for (Object name : names) {
                values(path + "[" + name + "]", find(before, name), find(after, name));
            }
        } else if (!before.equals(after)) {
            fields.add(path);
        }
    }

    private static boolean named(List<?> list) {
        return list.stream().allMatch(item -> name(item) != null)
                && list.stream().map(TreeDifference::name).distinct().count() == list.size();
    }

    private static @Nullable Object name(Object item) {
        return item instanceof Map<?, ?> map ? map.get("name") : null;
    }

    private static @Nullable Object find(List<?> list, Object name) {
        return list.stream().filter(item -> name.equals(name(item))).findFirst().orElse(null);
    }

    private String shown(@Nullable Object before, @Nullable Object after) {
        boolean plain = scalar(before) && scalar(after);
        if (secret || !plain) {
            return before == null ? " (new)" : after == null ? " (removed)" : "";
        }
        return ": " + text(before) + " → " + text(after);
    }

    private static boolean scalar(@Nullable Object value) {
        return value == null
                || value instanceof Number
                || value instanceof Boolean
                || (value instanceof String text
                        && text.length() <= LONGEST
                        && text.indexOf('\n') < 0);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "none" : String.valueOf(value);
    }
}
