package dev.kompox.compose.load;

import dev.kompox.compose.variables.Variables;
import java.util.Map;

/** Read an environment file of {@code format: raw}: lines taken as they are. */
final class RawLines {

    private RawLines() {}

    static void read(String text, Map<String, String> into, Variables outer) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (String raw : plain.split("\n", -1)) {
            String line = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
            String stripped = line.stripLeading();
            if (stripped.isEmpty() || stripped.startsWith("#")) {
                continue;
            }
            int equals = stripped.indexOf('=');
            if (equals >= 0) {
                into.put(stripped.substring(0, equals), stripped.substring(equals + 1));
                continue;
            }
            String value = outer.get(stripped);
            if (value != null) {
                into.put(stripped, value);
            }
        }
    }
}
