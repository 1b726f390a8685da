package dev.kompox.compose.variables;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Read the grammar of {@code .env} and {@code env_file} as docker compose does: {@code KEY=VALUE}
 * or {@code KEY: VALUE}, {@code export}, comments, quotes over several lines, variables in unquoted
 * and double-quoted values, and bare keys that are inherited.
 */
public final class Dotenv {

    private final String text;
    private final Map<String, String> values;
    private final Variables outer;
    private final Template template;
    private int at;

    private Dotenv(
            String text, Map<String, String> values, Variables outer, Consumer<String> unset) {
        this.text = text;
        this.values = values;
        this.outer = outer;
        this.template = new Template(this::find, unset);
    }

    /**
     * Read a text into a map; later lines win over earlier ones and over what the map held.
     *
     * @param text the file's content
     * @param values where the values go; also looked up for variables, after {@code outer}
     * @param outer the variables that values may use, and that bare keys inherit
     * @param unset told each variable in a value that is not set
     * @throws DotenvException when the text breaks the grammar; values read so far stay
     */
    public static void read(
            String text, Map<String, String> values, Variables outer, Consumer<String> unset)
            throws DotenvException {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        new Dotenv(plain, values, outer, unset).read();
    }

    private @Nullable String find(String name) {
        String value = outer.get(name);
        return value == null ? values.get(name) : value;
    }

    private void read() throws DotenvException {
        while (skipToStatement()) {
            skipExport();
            int start = at;
            int end = keyEnd();
            String key = text.substring(start, end).stripTrailing();
            if (key.indexOf(' ') >= 0) {
                throw fail(start, "a key cannot contain a space");
            }
            boolean inherited = end == text.length() || text.charAt(end) == '\n';
            at = Math.min(text.length(), end + 1);
            if (inherited) {
                String value = outer.get(key);
                if (value != null) {
                    values.put(key, value);
                }
            } else {
                values.put(key, value());
            }
        }
    }

    private boolean skipToStatement() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == '\n' || isBlank(c)) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private void skipExport() {
        int behind = at + "export".length();
        if (text.startsWith("export", at)
                && behind < text.length()
                && Character.isWhitespace(text.charAt(behind))) {
            at = behind;
            skipBlanks();
        }
    }

    private int keyEnd() throws DotenvException {
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=' || c == ':' || c == '\n') {
                return i;
            }
            if (!isBlank(c) && "_.-[]".indexOf(c) < 0 && !Character.isLetterOrDigit(c)) {
                throw fail(i, "unexpected character \"" + c + "\" in a variable name");
            }
        }
        return text.length();
    }

    private String value() throws DotenvException {
        skipBlanks();
        char first = at < text.length() ? text.charAt(at) : '\n';
        if (first == '"' || first == '\'') {
            return quoted(first);
        }
        int end = text.indexOf('\n', at);
        int start = at;
        String value = text.substring(at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + 1;
        int comment = value.indexOf(" #");
        String plain = comment < 0 ? value : value.substring(0, comment);
        return filled(plain.stripTrailing(), start);
    }

    private String quoted(char quote) throws DotenvException {
        int start = at;
        StringBuilder value = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                value.append(next == quote ? "" : "\\").append(next);
            } else if (c == quote) {
                at = i + 1;
                String raw = value.toString();
                return quote == '"' ? filled(DotenvEscapes.expand(raw), start) : raw;
            } else {
                value.append(c);
            }
        }
        throw fail(start, "a quoted value is not closed");
    }

    private String filled(String value, int position) throws DotenvException {
        try {
            return template.fill(value);
        } catch (TemplateException e) {
            boolean harmless = e.required() || e.reason().equals(Template.TOO_LONG);
            throw fail(position, harmless ? e.reason() : "a variable is not well-formed");
        }
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == 0x0B || c == 0x85
                || c == 0xA0;
    }

    private DotenvException fail(int position, String reason) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return new DotenvException(line, reason);
    }
}
