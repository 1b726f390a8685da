package dev.kompox.compose.schema;

/** Which short form a value may have, to be written out as its long form. */
public enum Shorthand {
    /** There is no short form. */
    NONE,
    /** A string is the build context. */
    BUILD,
    /** A string is the source of a config or secret. */
    FILE_MOUNT,
    /** Any scalar becomes a string. */
    TEXT,
    /** A list of {@code KEY=VALUE} is a mapping. */
    KEY_VALUE,
    /** A list of services is a mapping with default conditions. */
    DEPENDS_ON,
    /** A string or list of strings is a list of required files. */
    ENV_FILE,
    /** A string is a list of one. */
    LIST,
    /** A string is the service to extend. */
    EXTENDS,
    /** {@code all} is a request for every GPU. */
    GPUS,
    /** A list of names is a mapping without values. */
    NAMES,
    /** {@code SOURCE:TARGET:OPTIONS}. */
    VOLUME,
    /** {@code SOURCE:TARGET:PERMISSIONS}. */
    DEVICE,
    /** {@code IP:HOST:CONTAINER/PROTOCOL}, with ranges. */
    PORTS,
    /** A list of {@code ID=PATH} is a mapping. */
    SSH,
    /** {@code external: {name: N}} is {@code external: true, name: N}. */
    EXTERNAL
}
