package dev.kompox.compose.schema;

/** How a later value is laid over an earlier one (Compose Specification, "Merge and override"). */
public enum Merge {
    /** Mappings key by key, lists appended, scalars replaced. */
    DEEP,
    /** Both made lists, of {@code KEY=VALUE} if they were mappings, then appended. */
    SEQUENCE,
    /** The later value replaces the earlier one. */
    REPLACE,
    /** A bare string is a build context; then key by key. */
    BUILD,
    /** A list is a mapping with the default condition; then key by key. */
    DEPENDS_ON,
    /** A list is a mapping without values; then key by key. */
    NAMES,
    /** Key by key when both have the same driver, else replaced. */
    LOGGING,
    /** Key by key when both are mappings, else replaced. */
    LIMIT,
    /** Pools with the same subnet are merged, others appended. */
    IPAM_CONFIG
}
