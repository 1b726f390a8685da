package dev.kompox.kubernetes.object;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Write objects as YAML documents that readers of YAML 1.1 and 1.2 understand alike: what either
 * might take for something else than text is quoted. Equal objects give equal bytes.
 */
public final class Manifests {

    // nothing of these begins like a number, a date, a word of YAML 1.1 or an indicator
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9_./+-]*");
    private static final Pattern WORD =
            Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|\\.?nan|\\.?inf|~");
    private static final String STEP = "  ";

    private Manifests() {}

    /** Return the documents, each begun with {@code ---}. */
    public static String yaml(List<KubernetesObject> objects) {
        StringBuilder text = new StringBuilder();
        for (KubernetesObject object : objects) {
            text.append("---\n");
            map(text, object.body(), "", false);
        }
        return text.toString();
    }

    private static void map(StringBuilder text, Map<?, ?> map, String indent, boolean begun) {
        boolean first = begun;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(first ? "" : indent).append(string((String) entry.getKey())).append(':');
            first = false;
            value(text, entry.getValue(), indent);
        }
    }

    private static void list(StringBuilder text, List<?> list, String indent) {
        for (Object item : list) {
            text.append(indent).append('-');
            if (item instanceof Map<?, ?> map && !map.isEmpty()) {
                text.append(' ');
                map(text, map, indent + STEP, true);
            } else {
                value(text, item, indent);
            }
        }
    }

    private static void value(StringBuilder text, Object value, String indent) {
        switch (value) {
            case Map<?, ?> map when map.isEmpty() -> text.append(" {}\n");
            case List<?> list when list.isEmpty() -> text.append(" []\n");
            case Map<?, ?> map -> {
                text.append('\n');
                map(text, map, indent + STEP, false);
            }
            case List<?> list -> {
                text.append('\n');
                list(text, list, indent + STEP);
            }
            case String string -> text.append(' ').append(scalar(string, indent)).append('\n');
            default -> text.append(' ').append(value).append('\n');
        }
    }

    private static String scalar(String string, String indent) {
        return block(string) ? literal(string, indent + STEP) : string(string);
    }

    /** Lines of printable text that end with one line break, which is how most files look. */
    private static boolean block(String string) {
        return string.indexOf('\n') >= 0
                && string.endsWith("\n")
                && !string.endsWith("\n\n")
                && !string.startsWith(" ")
                && !string.startsWith("\n")
                && string.codePoints().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f));
    }

    private static String literal(String string, String indent) {
        StringBuilder text = new StringBuilder("|");
        for (String line : string.substring(0, string.length() - 1).split("\n", -1)) {
            text.append('\n').append(line.isEmpty() ? "" : indent).append(line);
        }
        return text.toString();
    }

    private static String string(String string) {
        boolean plain = PLAIN.matcher(string).matches() && !WORD.matcher(string).matches();
        return plain ? string : quoted(string);
    }

    private static String quoted(String string) {
        StringBuilder text = new StringBuilder("\"");
        string.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '"' -> text.append("\\\"");
                        case '\\' -> text.append("\\\\");
                        case '\n' -> text.append("\\n");
                        case '\t' -> text.append("\\t");
                        case '\r' -> text.append("\\r");
                        default -> {
                            if (c >= ' ' && c < 0x7f) {
                                text.append((char) c);
                            } else if (c <= 0xff) {
                                text.append("\\x%02x".formatted(c));
                            } else if (c <= 0xffff) {
                                text.append("\\u%04x".formatted(c));
                            } else {
                                text.append("\\U%08x".formatted(c));
                            }
                        }
                    }
                });
        return text.append('"').toString();
    }
}
