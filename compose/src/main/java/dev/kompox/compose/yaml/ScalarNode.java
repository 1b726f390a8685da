package dev.kompox.compose.yaml;

/**
 * Hold a YAML scalar.
 *
 * @param location where it begins
 * @param tag what it is: {@link Tag#STRING}, {@link Tag#INTEGER}, {@link Tag#FLOAT}, {@link
 *     Tag#BOOLEAN}, {@link Tag#NULL}, {@link Tag#TIMESTAMP}, or a tag as written
 * @param text its value: a string's content, a number in decimal ({@code 0x1F} is {@code 31}),
 *     {@code true} or {@code false}, empty for null
 * @param written the scalar as written, without quotes
 */
public record ScalarNode(Location location, String tag, String text, String written)
        implements Node {

    /** Make a string. */
    public static ScalarNode string(Location location, String text) {
        return new ScalarNode(location, Tag.STRING, text, text);
    }

    /** Make a whole number. */
    public static ScalarNode integer(Location location, long value) {
        String text = Long.toString(value);
        return new ScalarNode(location, Tag.INTEGER, text, text);
    }

    /** Make a boolean. */
    public static ScalarNode bool(Location location, boolean value) {
        String text = Boolean.toString(value);
        return new ScalarNode(location, Tag.BOOLEAN, text, text);
    }

    /** Make a null. */
    public static ScalarNode nothing(Location location) {
        return new ScalarNode(location, Tag.NULL, "", "");
    }

    /** Say whether it is a text. */
    public boolean isString() {
        return tag.equals(Tag.STRING);
    }

    /** Say whether it is a whole number. */
    public boolean isInteger() {
        return tag.equals(Tag.INTEGER);
    }

    /** Say whether it is a number with a fraction or exponent. */
    public boolean isFloat() {
        return tag.equals(Tag.FLOAT);
    }

    /** Say whether it is a number of either kind. */
    public boolean isNumber() {
        return isInteger() || isFloat();
    }

    /** Say whether it is {@code true} or {@code false}. */
    public boolean isBoolean() {
        return tag.equals(Tag.BOOLEAN);
    }

    /** Say whether it is the boolean {@code true}. */
    public boolean isTrue() {
        return isBoolean() && text.equals("true");
    }

    /** Say whether it is null. */
    public boolean isNull() {
        return tag.equals(Tag.NULL);
    }

    /** Say whether it is a number without a fraction, however it is written: 2, 2.0, 2e0. */
    public boolean isWhole() {
        int from = text.startsWith("-") ? 1 : 0;
        boolean digits = isInteger() || (isFloat() && text.length() > from);
        for (int i = from; i < text.length(); i++) {
            digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }

    @Override
    public ScalarNode withTag(String newTag) {
        return new ScalarNode(location, newTag, text, written);
    }

    @Override
    public String kind() {
        return switch (tag) {
            case Tag.STRING -> "a string";
            case Tag.INTEGER, Tag.FLOAT -> "a number";
            case Tag.BOOLEAN -> "a boolean";
            case Tag.NULL -> "nothing";
            case Tag.TIMESTAMP -> "a date";
            default -> "a value tagged " + tag;
        };
    }
}
