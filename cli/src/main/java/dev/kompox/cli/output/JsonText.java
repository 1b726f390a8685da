package dev.kompox.cli.output;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Write plain values as indented JSON (RFC 8259). Written by hand because a library would cost more
 * start-up than these commands take.
 */
public final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    /** Write maps, lists, texts, numbers, booleans and null; others as their text. */
    public static String indented(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        put(text, value, 0);
        return text.toString();
    }

    /** Write the same on one line. */
    public static String line(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        put(text, value, Integer.MIN_VALUE);
        return text.toString();
    }

    private static void put(StringBuilder text, @Nullable Object value, int depth) {
        switch (value) {
            case null -> text.append("null");
            case Map<?, ?> map -> putMap(text, map, depth);
            case List<?> list -> putList(text, list, depth);
            case Number number -> text.append(number);
            case Boolean bool -> text.append(bool);
            default -> quote(text, value.toString());
        }
    }

    private static void putMap(StringBuilder text, Map<?, ?> map, int depth) {
        if (map.isEmpty()) {
            text.append("{}");
            return;
        }
        text.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            newline(text, depth + 1);
            quote(text, String.valueOf(entry.getKey()));
            text.append(depth < 0 ? ":" : ": ");
            put(text, entry.getValue(), depth + 1);
            text.append(entries.hasNext() ? "," : "");
        }
        newline(text, depth);
        text.append('}');
    }

    private static void putList(StringBuilder text, List<?> list, int depth) {
        if (list.isEmpty()) {
            text.append("[]");
            return;
        }
        text.append('[');
        for (int i = 0; i < list.size(); i++) {
            newline(text, depth + 1);
            put(text, list.get(i), depth + 1);
            text.append(i + 1 < list.size() ? "," : "");
        }
        newline(text, depth);
        text.append(']');
    }

    private static void newline(StringBuilder text, int depth) {
        if (depth >= 0) {
            text.append('\n').append("  ".repeat(depth));
        }
    }

    private static void quote(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || (c >= 0x7F && c < 0xA0)) {
                        text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
