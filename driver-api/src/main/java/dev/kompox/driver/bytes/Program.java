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
     * Hash the files that are at rest now, so that a later {@link Manifest} of the same helper
     * reads only those again that have changed since. Others may write to the tree meanwhile. Where
     * a change cannot be told for certain, nothing is remembered.
     *
     * @param at the mount read
     */
    record Remember(String at) implements Program {}

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

    /**
     * Send the tree to a {@link ReceiveTree} at another place: what that writes to standard output
     * is this program's standard input, and the other way round. Ends when the receiver has what it
     * wants.
     *
     * @param at the mount read
     */
    record SendTree(String at) implements Program {}

    /**
     * Make the tree equal to that of a {@link SendTree}, with everything that {@link CopyTree}
     * keeps, moving only what differs. May be cut off and run again any number of times. Durable
     * when the program has ended with 0. Writes to standard error lines of a word and a number of
     * bytes of content: now and then {@code done}, of the files that are through; at the end {@code
     * literal}, what had to be moved, {@code changed}, of the files that differed, and {@code
     * total}, all there are.
     *
     * @param at the mount written
     * @param care what is taken for equal
     * @param whole whether files that differ are moved whole; otherwise both ends read them to find
     *     out what has changed, which takes longer where most has
     */
    record ReceiveTree(String at, Care care, boolean whole) implements Program {}

    /** What {@link ReceiveTree} takes for equal. */
    enum Care {
        /**
         * The sender's tree is being written to: files of equal size and time are equal, and those
         * that vanish are none of its. The result is close to the original, no more.
         */
        LIVE,
        /** Nobody writes: files of equal size and time are equal. */
        AT_REST,
        /** Nobody writes, and every byte is compared. */
        EVERY_BYTE
    }

    /**
     * Write to standard output {@code used AT BYTES}, what the tree occupies, then {@code room AT
     * BYTES INODES FILESYSTEM}, what is left for it; {@code -} where there is no limit.
     *
     * @param at the mount read
     */
    record Measure(String at) implements Program {}
}
