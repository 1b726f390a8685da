package dev.kompox.compose.schema;

/** Make the descriptions of keys that occur all over the table. */
final class Keys {

    private static final int TEXT_OR_NUMBER = Accepts.STRING | Accepts.NUMBER;
    private static final int ANY_SCALAR = TEXT_OR_NUMBER | Accepts.BOOLEAN | Accepts.NULL;

    private Keys() {}

    static Key text(String name) {
        return Key.of(name, Type.scalar(Accepts.STRING), Form.TEXT);
    }

    static Key oneOf(String name, String... texts) {
        return Key.of(name, Type.scalar(Accepts.STRING).only(texts), Form.TEXT);
    }

    static Key textOr(String name, int more) {
        return Key.of(name, Type.scalar(Accepts.STRING | more), Form.TEXT);
    }

    static Key flag(String name) {
        return Key.of(name, Type.scalar(Accepts.STRING | Accepts.BOOLEAN), Form.FLAG)
                .cast(Cast.BOOLEAN);
    }

    static Key bool(String name) {
        return Key.of(name, Type.scalar(Accepts.STRING | Accepts.BOOLEAN), Form.BOOLEAN)
                .cast(Cast.BOOLEAN);
    }

    static Key integer(String name) {
        return Key.of(name, Type.scalar(Accepts.STRING | Accepts.INTEGER), Form.INTEGER)
                .cast(Cast.INTEGER);
    }

    static Key integerOrZero(String name) {
        return Key.of(name, Type.scalar(Accepts.STRING | Accepts.INTEGER), Form.INTEGER_OR_ZERO)
                .cast(Cast.INTEGER);
    }

    /** A whole number that the specification's schema calls any number. */
    static Key number(String name) {
        return Key.of(name, Type.scalar(TEXT_OR_NUMBER), Form.INTEGER).cast(Cast.INTEGER);
    }

    static Key fraction(String name) {
        return Key.of(name, Type.scalar(TEXT_OR_NUMBER), Form.FLOAT).cast(Cast.NUMBER);
    }

    static Key bytes(String name) {
        return Key.of(name, Type.scalar(TEXT_OR_NUMBER), Form.BYTES);
    }

    /** A size that may not be written as a fraction. */
    static Key wholeBytes(String name) {
        return Key.of(name, Type.scalar(Accepts.STRING | Accepts.INTEGER), Form.BYTES);
    }

    /** A whole number within bounds. */
    static Type whole(double least, double most) {
        return Type.scalar(Accepts.STRING | Accepts.INTEGER).between(least, most);
    }

    /** A whole number that is not negative. */
    static Key count(String name) {
        return Key.of(name, whole(0, Double.POSITIVE_INFINITY), Form.INTEGER_OR_ZERO)
                .cast(Cast.INTEGER);
    }

    static Key duration(String name) {
        return Key.of(name, Type.scalar(Accepts.STRING), Form.DURATION_OR_ZERO);
    }

    /** A list of texts without doubles. */
    static Key texts(String name) {
        return Key.of(name, Type.list(text("[]")).withItems(text("[]"), true), Form.TEXT_LIST);
    }

    /** A list of texts that may hold doubles. */
    static Key anyTexts(String name) {
        return Key.of(name, Type.list(text("[]")), Form.TEXT_LIST);
    }

    static Key textOrTexts(String name) {
        Key list = texts(name);
        return Key.of(name, list.type().or(Accepts.STRING), Form.TEXT_LIST);
    }

    /** A mapping, or a list of {@code KEY=VALUE}. */
    static Key pairs(String name, Form form) {
        Type type =
                Type.mapping(Key.of("*", Type.scalar(ANY_SCALAR), Form.RAW))
                        .withItems(text("[]"), true);
        return Key.of(name, type, form);
    }

    static Key labels(String name) {
        return pairs(name, Form.TEXTS).merge(Merge.SEQUENCE);
    }

    static Key environment(String name) {
        return pairs(name, Form.ENVIRONMENT);
    }

    /** A mapping of driver options. */
    static Key options(String name) {
        Type type = Type.mapping(Key.of("*", Type.scalar(TEXT_OR_NUMBER), Form.RAW));
        return Key.of(name, type, Form.OPTIONS);
    }

    static Key command(String name) {
        Type type = Type.list(text("[]")).or(Accepts.STRING | Accepts.NULL);
        return Key.of(name, type, Form.COMMAND).merge(Merge.REPLACE);
    }

    static Key extraHosts(String name) {
        Key addresses = Key.of("*", Type.list(text("[]")).or(Accepts.STRING), Form.RAW);
        Type type = Type.mapping(addresses).withItems(text("[]"), true);
        return Key.of(name, type, Form.HOSTS).merge(Merge.SEQUENCE);
    }

    static Key ulimits(String name) {
        Type limit =
                Type.shape(
                                Shape.of(integerOrZero("soft"), integerOrZero("hard"))
                                        .require("soft", "hard"))
                        .or(Accepts.STRING | Accepts.INTEGER);
        Key each = Key.of("*", limit, Form.ULIMIT).cast(Cast.INTEGER).merge(Merge.LIMIT);
        return Key.of(name, Type.mapping(each), Form.NAMED);
    }

    static Key shape(String name, Shape shape) {
        return Key.of(name, Type.shape(shape), Form.SHAPE);
    }

    static Key list(String name, Shape shape) {
        return Key.of(name, Type.list(shape("[]", shape)), Form.SHAPES);
    }
}
