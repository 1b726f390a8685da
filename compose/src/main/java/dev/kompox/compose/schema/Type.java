package dev.kompox.compose.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Say what may stand under a key.
 *
 * @param accepts the accepted kinds, a sum of {@link Accepts}
 * @param allowed the only texts allowed, or empty for any
 * @param least the least number allowed
 * @param most the greatest number allowed
 * @param distinct whether no two items of a list may be equal
 * @param items what a list's items are, or null for anything
 * @param values what a mapping's free keys hold, or null
 * @param shape the fixed keys of a mapping, or null
 * @param names whether free keys must consist of letters, digits, {@code .}, {@code _}, {@code -}
 */
public record Type(
        int accepts,
        List<String> allowed,
        double least,
        double most,
        boolean distinct,
        @Nullable Key items,
        @Nullable Key values,
        @Nullable Shape shape,
        boolean names) {

    static Type scalar(int accepts) {
        return new Type(
                accepts,
                List.of(),
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                false,
                null,
                null,
                null,
                false);
    }

    static Type shape(Shape shape) {
        return scalar(Accepts.MAPPING).withShape(shape);
    }

    static Type list(Key items) {
        return scalar(Accepts.LIST).withItems(items, false);
    }

    static Type mapping(Key values) {
        return scalar(Accepts.MAPPING).withValues(values, false);
    }

    static Type named(Key values) {
        return scalar(Accepts.MAPPING).withValues(values, true);
    }

    Type or(int more) {
        return new Type(
                accepts | more, allowed, least, most, distinct, items, values, shape, names);
    }

    Type only(String... texts) {
        return new Type(
                accepts, List.of(texts), least, most, distinct, items, values, shape, names);
    }

    Type between(double newLeast, double newMost) {
        return new Type(accepts, allowed, newLeast, newMost, distinct, items, values, shape, names);
    }

    Type withItems(Key newItems, boolean newDistinct) {
        return new Type(
                accepts | Accepts.LIST,
                allowed,
                least,
                most,
                newDistinct,
                newItems,
                values,
                shape,
                names);
    }

    Type withValues(Key newValues, boolean newNames) {
        return new Type(
                accepts | Accepts.MAPPING,
                allowed,
                least,
                most,
                distinct,
                items,
                newValues,
                shape,
                newNames);
    }

    Type withShape(Shape newShape) {
        return new Type(
                accepts | Accepts.MAPPING,
                allowed,
                least,
                most,
                distinct,
                items,
                values,
                newShape,
                names);
    }

    /** Give the description of a mapping's key, or null when nothing is known of it. */
    public @Nullable Key child(String key) {
        if (shape != null) {
            Key known = shape.keys().get(key);
            return known == null && !key.startsWith("x-") ? shape.others() : known;
        }
        return values;
    }
}
