package dev.kompox.compose.schema;

/** What makes two items of a list the same, so that the later one takes the earlier one's place. */
public enum Unique {
    /** Items are never the same. */
    NO,
    /** The part before {@code =}. */
    KEY_VALUE,
    /** The mount target of a volume. */
    VOLUME_TARGET,
    /** The device path in the container. */
    DEVICE_TARGET,
    /** The mount target of a config. */
    CONFIG_TARGET,
    /** The mount target of a secret. */
    SECRET_TARGET,
    /** The whole text. */
    TEXT,
    /** Host address, host port, container port and protocol. */
    PORT,
    /** The path of an environment file. */
    ENV_FILE
}
