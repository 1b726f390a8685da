package dev.kompox.compose.schema;

/** In which form a value stands in the canonical model, and when it is left out. */
public enum Form {
    /** As it is. */
    RAW,
    /** A text; left out when empty. */
    TEXT,
    /** A whole number; left out when 0. */
    INTEGER,
    /** A whole number, 0 included. */
    INTEGER_OR_ZERO,
    /** A number of single precision; left out when 0. */
    FLOAT,
    /** {@code true}; left out when false. */
    FLAG,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** Bytes, as a decimal text; left out when 0. */
    BYTES,
    /** A duration such as {@code 1m30s}; left out when 0. */
    DURATION,
    /** A duration, {@code 0s} included. */
    DURATION_OR_ZERO,
    /** A list of texts; left out when empty. */
    TEXT_LIST,
    /** A command split into words; left out only when absent. */
    COMMAND,
    /** A mapping of variables, null meaning unset; left out when empty. */
    ENVIRONMENT,
    /** A mapping of texts; left out when empty. */
    TEXTS,
    /** A mapping of options, each a text; left out when empty. */
    OPTIONS,
    /** A mapping of options, each a list of texts. */
    MULTI_OPTIONS,
    /** A sorted list of {@code HOST=IP}. */
    HOSTS,
    /** A file mode such as {@code 0440}. */
    MODE,
    /** A number of devices, -1 for all. */
    DEVICE_COUNT,
    /** Taken and left out, as docker compose does. */
    IGNORED,
    /** A number, or a mapping of soft and hard. */
    ULIMIT,
    /** A healthcheck's command with its leading word. */
    HEALTH_TEST,
    /** A list of environment files: the path alone when required. */
    ENV_FILES,
    /** A list of {@code ID} or {@code ID: PATH}. */
    SSH,
    /** A mapping with keys of its own; left out when absent. */
    SHAPE,
    /** A mapping with keys of its own; left out when nothing is in it. */
    SHAPE_OR_NOTHING,
    /** A mapping by name. */
    NAMED,
    /** A list of mappings; left out when empty. */
    SHAPES
}
