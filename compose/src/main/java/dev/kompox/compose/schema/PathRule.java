package dev.kompox.compose.schema;

/** How a relative path is made absolute. */
public enum PathRule {
    /** It is no path. */
    NONE,
    /** From the project directory; {@code ~} is the home directory. */
    FILE,
    /** As {@link #FILE}, but a Windows path is absolute too. */
    UNIX_OR_WINDOWS,
    /** As {@link #FILE}, unless it is a URL or a service. */
    BUILD_CONTEXT,
    /** As {@link #FILE}, with symbolic links followed. */
    REAL_FILE,
    /** The source of a bind mount. */
    MOUNT,
    /** The device of a local volume with {@code o: bind}. */
    VOLUME_DEVICE
}
