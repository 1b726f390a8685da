package dev.kompox.cli.output;

/** Say in which form an answer is given. */
public enum Format {
    /** Aligned columns, for people. */
    TABLE,
    /** One JSON document with {@code schemaVersion}. */
    JSON,
    /** The same as YAML. */
    YAML,
    /** One name a line, for shells. */
    NAME
}
