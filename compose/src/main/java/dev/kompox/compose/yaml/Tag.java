package dev.kompox.compose.yaml;

/**
 * Name the YAML tags that the reader gives to nodes.
 *
 * <p>Tags of the YAML core are written short ({@code !!str}); tags of an application are kept as
 * written ({@code !reset}).
 */
public final class Tag {
    /** A mapping. */
    public static final String MAPPING = "!!map";

    /** A sequence. */
    public static final String SEQUENCE = "!!seq";

    /** A text. */
    public static final String STRING = "!!str";

    /** A whole number. */
    public static final String INTEGER = "!!int";

    /** A number with a fraction or exponent, infinity or not-a-number. */
    public static final String FLOAT = "!!float";

    /** {@code true} or {@code false}. */
    public static final String BOOLEAN = "!!bool";

    /** Nothing. */
    public static final String NULL = "!!null";

    /** A date or a time. */
    public static final String TIMESTAMP = "!!timestamp";

    /** Bytes in Base64. */
    public static final String BINARY = "!!binary";

    /** The key {@code <<}, which merges other mappings in. */
    public static final String MERGE = "!!merge";

    private static final String CORE = "tag:yaml.org,2002:";

    private Tag() {}

    static String shorten(String tag) {
        return tag.startsWith(CORE) ? "!!" + tag.substring(CORE.length()) : tag;
    }
}
