package dev.kompox.kubernetes.copy;

/** What a path names. */
enum Kind {
    /** Nothing. */
    NOTHING,
    /** A directory, perhaps by way of a link. */
    DIRECTORY,
    /** A link that is copied as such. */
    LINK,
    /** A file of any other kind. */
    FILE
}
