package dev.kompox.driver.bytes;

/**
 * Name a program that a helper can run. The family is closed and its members are fixed programs of
 * the helper image: no command line is ever built from what a user typed.
 */
public sealed interface Program {

    /**
     * Make the tree at {@code to} equal to the tree at {@code from}: content, types, modes, numeric
     * owners, times to the nanosecond, extended attributes, ACLs, hard links within the tree,
     * holes. What {@code to} held before and {@code from} does not have is gone afterwards. Durable
     * when the program has ended with 0.
     *
     * @param from the mount read
     * @param to the mount written
     */
    record CopyTree(String from, String to) implements Program {}

    /**
     * Write the tree's manifest to standard output, in the format of the transfer module: one line
     * per entry, sorted by path bytes.
     *
     * @param at the mount read
     * @param hashed whether each regular file's SHA-256 is part of its line
     */
    record Manifest(String at, boolean hashed) implements Program {}

    /**
     * Write the tree as a POSIX pax archive to standard output.
     *
     * @param at the mount read
     */
    record Archive(String at) implements Program {}

    /**
     * Unpack a POSIX pax archive from standard input into the tree, which must be empty.
     *
     * @param at the mount written
     */
    record Extract(String at) implements Program {}
}
