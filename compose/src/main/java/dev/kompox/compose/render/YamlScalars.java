package dev.kompox.compose.render;

import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.YamlWords;

/** Choose how a scalar is written: plain, in quotes, or as a literal block. */
final class YamlScalars {

    private YamlScalars() {}

    static String print(ScalarNode scalar, int indent) {
        if (scalar.isNull()) {
            return "null";
        }
        if (!scalar.isString()) {
            return number(scalar.text());
        }
        String text = scalar.text();
        ScalarShape shape = ScalarShape.of(text);
        if (text.indexOf('\n') >= 0) {
            return shape.blockAllowed() ? literal(text, indent) : DoubleQuotes.quote(text);
        }
        return line(text, shape, false);
    }

    private static String number(String text) {
        return switch (text) {
            case "+Inf" -> ".inf";
            case "-Inf" -> "-.inf";
            case "NaN" -> ".nan";
            default -> text;
        };
    }

    static String key(String text) {
        ScalarShape shape = ScalarShape.of(text);
        return text.indexOf('\n') >= 0 ? DoubleQuotes.quote(text) : line(text, shape, true);
    }

    private static String line(String text, ScalarShape shape, boolean key) {
        if (!YamlWords.isPlainText(text)) {
            return DoubleQuotes.quote(text);
        }
        if (shape.plainAllowed() && !(key && text.isEmpty())) {
            return text;
        }
        return shape.singleQuotesAllowed()
                ? "'" + text.replace("'", "''") + "'"
                : DoubleQuotes.quote(text);
    }

    private static String literal(String text, int indent) {
        StringBuilder block = new StringBuilder("|");
        if (text.charAt(0) == ' ' || text.charAt(0) == '\n') {
            block.append('2');
        }
        if (!text.endsWith("\n")) {
            block.append('-');
        } else if (text.length() == 1 || text.charAt(text.length() - 2) == '\n') {
            block.append('+');
        }
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        for (String line : body.split("\n", -1)) {
            block.append('\n');
            if (!line.isEmpty()) {
                block.repeat(' ', indent).append(line);
            }
        }
        return block.toString();
    }
}
