package dev.kompox.driver.disk;

import java.time.Instant;

/** Say how a disk goes. */
public sealed interface Deletion {

    /**
     * Into the trash: it keeps its bytes and can come back with {@code undelete}.
     *
     * @param until when it may be removed for good
     */
    record ToTrash(Instant until) implements Deletion {}

    /** For good, at once. */
    record ForGood() implements Deletion {}
}
