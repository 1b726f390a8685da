package dev.kompox.compose.bind;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.schema.Form;
import dev.kompox.compose.yaml.GoFloat;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.Tag;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Give scalars their final form. */
final class Scalars {

    private final Diagnostics diagnostics;

    Scalars(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    @Nullable Node bind(ScalarNode scalar, Form form, Where where) {
        try {
            return bound(scalar, form);
        } catch (NumberFormatException e) {
            diagnostics.error("bad-value", where, "must be a number", scalar);
        } catch (IllegalArgumentException e) {
            diagnostics.error("bad-value", where, String.valueOf(e.getMessage()), scalar);
        }
        return scalar;
    }

    @Nullable Node integer(ScalarNode scalar, Where where) {
        return bind(scalar, Form.INTEGER_OR_ZERO, where);
    }

    private static @Nullable Node bound(ScalarNode scalar, Form form) {
        String text = scalar.text();
        return switch (form) {
            case TEXT -> text.isEmpty() ? null : string(scalar, text);
            case INTEGER -> whole(text) == 0 ? null : number(scalar, whole(text));
            case INTEGER_OR_ZERO -> number(scalar, whole(text));
            case FLOAT -> fraction(scalar);
            case FLAG -> flag(text) ? ScalarNode.bool(scalar.location(), true) : null;
            case BOOLEAN -> ScalarNode.bool(scalar.location(), flag(text));
            case BYTES -> bytes(scalar);
            case DURATION -> {
                Duration duration = Durations.parse(text);
                yield duration.isZero() ? null : string(scalar, Durations.format(duration));
            }
            case DURATION_OR_ZERO -> string(scalar, Durations.format(Durations.parse(text)));
            case MODE -> mode(scalar);
            case DEVICE_COUNT -> {
                long count = text.equalsIgnoreCase("all") ? -1 : whole(text);
                yield count == 0 ? null : number(scalar, count);
            }
            case RAW,
                    TEXT_LIST,
                    COMMAND,
                    ENVIRONMENT,
                    TEXTS,
                    OPTIONS,
                    MULTI_OPTIONS,
                    HOSTS,
                    ULIMIT,
                    IGNORED,
                    HEALTH_TEST,
                    ENV_FILES,
                    SSH,
                    SHAPE,
                    SHAPE_OR_NOTHING,
                    NAMED,
                    SHAPES ->
                    scalar;
        };
    }

    private static ScalarNode string(ScalarNode at, String text) {
        return at.isString() && at.text().equals(text)
                ? at
                : ScalarNode.string(at.location(), text);
    }

    private static ScalarNode number(ScalarNode at, long value) {
        return ScalarNode.integer(at.location(), value);
    }

    private static long whole(String text) {
        return text.indexOf('.') < 0 && text.indexOf('e') < 0
                ? Long.parseLong(text)
                : (long) Double.parseDouble(text);
    }

    private static @Nullable Node fraction(ScalarNode scalar) {
        float value = Float.parseFloat(scalar.text());
        String text = GoFloat.format(value);
        return value == 0
                ? null
                : new ScalarNode(scalar.location(), Tag.FLOAT, text, scalar.written());
    }

    private static @Nullable Node bytes(ScalarNode scalar) {
        long bytes = scalar.isInteger() ? whole(scalar.text()) : parsed(scalar);
        return bytes == 0 ? null : string(scalar, Long.toString(bytes));
    }

    private static long parsed(ScalarNode scalar) {
        return scalar.isFloat() ? 0 : ByteSizes.parse(scalar.text());
    }

    private static Node mode(ScalarNode scalar) {
        long mode =
                scalar.isString()
                        ? Long.parseLong(scalar.text(), 8)
                        : Long.parseLong(scalar.text());
        return string(scalar, "0" + Long.toString(mode, 8));
    }

    /** Read a boolean as YAML 1.1 spells it. */
    private static boolean flag(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "true", "y", "yes", "on" -> true;
            case "false", "n", "no", "off" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }
}
