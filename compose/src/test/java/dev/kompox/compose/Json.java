package dev.kompox.compose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Compare JSON texts by what they mean: order of keys, spaces and spelling of numbers aside. */
final class Json {

    private Json() {}

    /** List the places at which two texts differ, each as a path with what each says. */
    static List<String> differences(String ours, String theirs) {
        List<String> differences = new ArrayList<>();
        compare("$", tree(ours), tree(theirs), differences);
        return differences;
    }

    /** Give a text on one line. */
    static String line(String json) {
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"' && !(quoted && escaped(json, i))) {
                quoted = !quoted;
            }
            if (quoted || !Character.isWhitespace(c)) {
                line.append(c);
            }
        }
        return line.toString();
    }

    private static boolean escaped(String json, int at) {
        int backslashes = 0;
        while (at - 1 - backslashes >= 0 && json.charAt(at - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /** JSON is a subset of YAML 1.2, whose core types are those of JSON. */
    static @Nullable Object tree(String json) {
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(64 << 20).build();
        return new Load(settings).loadFromString(json);
    }

    /** Give the text of a tree. */
    static String text(@Nullable Object tree) {
        return switch (tree) {
            case Map<?, ?> keys ->
                    keys.entrySet().stream()
                            .map(key -> text(key.getKey()) + ":" + text(key.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
            case List<?> items ->
                    items.stream().map(Json::text).collect(Collectors.joining(",", "[", "]"));
            case String text -> quoted(text);
            case null, default -> String.valueOf(tree);
        };
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static void compare(
            String path, @Nullable Object ours, @Nullable Object theirs, List<String> found) {
        if (ours instanceof Map<?, ?> mine && theirs instanceof Map<?, ?> other) {
            Set<Object> keys = new LinkedHashSet<>(mine.keySet());
            keys.addAll(other.keySet());
            for (Object key : keys) {
                if (mine.containsKey(key) && other.containsKey(key)) {
                    compare(path + "." + key, mine.get(key), other.get(key), found);
                } else {
                    String who = mine.containsKey(key) ? "ours" : "theirs";
                    found.add(path + "." + key + ": only in " + who);
                }
            }
        } else if (ours instanceof List<?> mine
                && theirs instanceof List<?> other
                && mine.size() == other.size()) {
            for (int i = 0; i < mine.size(); i++) {
                compare(path + "[" + i + "]", mine.get(i), other.get(i), found);
            }
        } else if (!same(ours, theirs)) {
            found.add(path + ": " + ours + " here, " + theirs + " there");
        }
    }

    private static boolean same(@Nullable Object ours, @Nullable Object theirs) {
        if (ours instanceof Number mine && theirs instanceof Number other) {
            return new BigDecimal(mine.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        return ours == null ? theirs == null : ours.equals(theirs);
    }
}
