package dev.kompox.compose.load;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.schema.Cast;
import dev.kompox.compose.schema.Key;
import dev.kompox.compose.variables.Template;
import dev.kompox.compose.variables.TemplateException;
import dev.kompox.compose.variables.Variables;
import dev.kompox.compose.yaml.Location;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.Rewrite;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import dev.kompox.compose.yaml.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fill variables into every text of a model, and turn texts into the numbers they stand for. */
final class Interpolation {

    private final Diagnostics diagnostics;
    private final Template template;
    private @Nullable Location current;

    Interpolation(Variables variables, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.template = new Template(variables, this::unset);
    }

    private void unset(String name) {
        diagnostics.warning(
                "unset-variable",
                "The \"" + name + "\" variable is not set. Defaulting to a blank string.",
                current);
    }

    Node fill(Node node, @Nullable Key key, Where where) {
        return switch (node) {
            case ScalarNode scalar ->
                    scalar.isString() ? cast(text(scalar, where), key, where) : scalar;
            case SequenceNode list -> {
                Key item = key == null ? null : key.type().items();
                yield Rewrite.items(list, (i, value) -> fill(value, item, where.item(i)));
            }
            case MappingNode mapping ->
                    Rewrite.entries(
                            mapping,
                            (name, value) -> {
                                Key child = key == null ? null : key.type().child(name);
                                return fill(value, child, where.key(name));
                            });
        };
    }

    private ScalarNode text(ScalarNode scalar, Where where) {
        current = scalar.location();
        try {
            String filled = template.fill(scalar.text());
            return filled.equals(scalar.text())
                    ? scalar
                    : new ScalarNode(scalar.location(), Tag.STRING, filled, scalar.written());
        } catch (TemplateException e) {
            report(e, scalar, where);
            return scalar;
        }
    }

    private void report(TemplateException e, ScalarNode scalar, Where where) {
        if (e.required()) {
            diagnostics.error(
                    "missing-variable",
                    where,
                    e.reason(),
                    scalar,
                    "",
                    "Set it in the environment or in .env.");
        } else {
            diagnostics.error(
                    "bad-variable",
                    where,
                    e.reason(),
                    scalar,
                    "",
                    "Write $$ for a dollar sign, ${NAME} for a variable.");
        }
    }

    private ScalarNode cast(ScalarNode scalar, @Nullable Key key, Where where) {
        Cast cast = key == null ? Cast.NONE : key.cast();
        if (cast == Cast.NONE) {
            return scalar;
        }
        String text = scalar.text();
        String value =
                switch (cast) {
                    case NONE -> text;
                    case INTEGER -> isWhole(text) ? plus(text) : null;
                    case NUMBER -> number(text);
                    case BOOLEAN -> bool(text, scalar);
                };
        if (value == null) {
            String kind =
                    switch (cast) {
                        case NONE -> "a string";
                        case INTEGER -> "a whole number";
                        case NUMBER -> "a number";
                        case BOOLEAN -> "true or false";
                    };
            diagnostics.error("wrong-type", where, "must be " + kind, scalar);
            return scalar;
        }
        return new ScalarNode(scalar.location(), tag(cast, value), value, scalar.written());
    }

    private static String tag(Cast cast, String value) {
        return switch (cast) {
            case NONE -> Tag.STRING;
            case INTEGER -> Tag.INTEGER;
            case NUMBER -> isWhole(value) ? Tag.INTEGER : Tag.FLOAT;
            case BOOLEAN -> Tag.BOOLEAN;
        };
    }

    private static String plus(String text) {
        return text.startsWith("+") ? text.substring(1) : text;
    }

    private static boolean isWhole(String text) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        boolean digits = text.length() > from && text.length() < 19;
        for (int i = from; i < text.length(); i++) {
            digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }

    private static @Nullable String number(String text) {
        boolean plain = !text.isEmpty();
        for (int i = 0; i < text.length(); i++) {
            plain &= "0123456789.eE+-".indexOf(text.charAt(i)) >= 0;
        }
        try {
            if (!plain) {
                return null;
            }
            double value = Double.parseDouble(text);
            if (Double.isInfinite(value)) {
                return null;
            }
            boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
            return whole ? Long.toString((long) value) : String.valueOf(value);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private @Nullable String bool(String text, ScalarNode at) {
        String lower = text.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "true", "false" -> lower;
            case "y", "yes", "on" -> old(text, "true", at);
            case "n", "no", "off" -> old(text, "false", at);
            default -> null;
        };
    }

    private String old(String text, String current, ScalarNode at) {
        diagnostics.warning(
                "old-boolean",
                "\"" + text + "\" is no boolean in YAML 1.2, please use " + current,
                at.location());
        return current;
    }
}
