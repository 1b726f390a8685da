package dev.kompox.compose.schema;

/** What a text becomes once its variables are filled in. */
public enum Cast {
    /** It stays a text. */
    NONE,
    /** A whole number. */
    INTEGER,
    /** A number. */
    NUMBER,
    /** {@code true} or {@code false}, or one of YAML 1.1's words for them. */
    BOOLEAN
}
