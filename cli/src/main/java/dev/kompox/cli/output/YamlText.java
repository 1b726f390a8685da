package dev.kompox.cli.output;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Write plain values as YAML: blocks, with every text quoted that could be read otherwise. */
public final class YamlText {

    private YamlText() {}

    /** Write maps, lists, texts, numbers, booleans and null; ends with a line break. */
    public static String of(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        put(text, value, 0);
        return text.toString();
    }

    private static void put(StringBuilder text, @Nullable Object value, int depth) {
        switch (value) {
            case Map<?, ?> map when !map.isEmpty() -> putMap(text, map, depth, false);
            case List<?> list when !list.isEmpty() -> putList(text, list, depth);
            case null, default -> text.append(scalar(value)).append('\n');
        }
    }

    private static void putMap(StringBuilder text, Map<?, ?> map, int depth, boolean inItem) {
        boolean first = inItem;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(first ? "" : "  ".repeat(depth)).append(scalar(entry.getKey()));
            first = false;
            Object value = entry.getValue();
            if (isBlock(value)) {
                text.append(":\n");
                put(text, value, value instanceof Map ? depth + 1 : depth);
            } else {
                text.append(": ").append(scalar(value)).append('\n');
            }
        }
    }

    private static void putList(StringBuilder text, List<?> list, int depth) {
        for (Object item : list) {
            text.append("  ".repeat(depth)).append("- ");
            if (item instanceof Map<?, ?> map && !map.isEmpty()) {
                putMap(text, map, depth + 1, true);
            } else if (isBlock(item)) {
                text.append('\n');
                put(text, item, depth + 1);
            } else {
                text.append(scalar(item)).append('\n');
            }
        }
    }

    private static boolean isBlock(@Nullable Object value) {
        return (value instanceof Map<?, ?> map && !map.isEmpty())
                || (value instanceof List<?> list && !list.isEmpty());
    }

    private static String scalar(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> _ -> "{}";
            case List<?> _ -> "[]";
            case Number number -> number.toString();
            case Boolean bool -> bool.toString();
            default -> isPlain(value.toString()) ? value.toString() : JsonText.line(value);
        };
    }

    /** Only words that no YAML version reads as anything but a text stay without quotes. */
    private static boolean isPlain(String text) {
        if (text.isEmpty() || !Character.isLetter(text.charAt(0)) || isReserved(text)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fine =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || "-_./@".indexOf(c) >= 0;
            if (!fine) {
                return false;
            }
        }
        return true;
    }

    private static boolean isReserved(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "true", "false", "null", "yes", "no", "on", "off", "y", "n" -> true;
            default -> false;
        };
    }
}
