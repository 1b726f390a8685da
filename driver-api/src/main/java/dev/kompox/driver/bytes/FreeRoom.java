package dev.kompox.driver.bytes;

/**
 * Say what a filesystem has left, as the program {@code measure} of the helper image told.
 *
 * @param bytes bytes that are free
 * @param filesystem its type, e.g. {@code xfs}; empty if unknown
 */
public record FreeRoom(long bytes, String filesystem) {

    /** Read a line {@code room NAME BYTES INODES FILESYSTEM}. */
    public static FreeRoom of(String line) {
        String[] words = line.strip().split(" ", -1);
        return new FreeRoom(Long.parseLong(words[2]), words.length > 4 ? words[4] : "");
    }

    /** Tell whether a copy within it shares bytes with what it was made from. */
    public boolean sharesCopies() {
        return filesystem.equals("xfs") || filesystem.equals("btrfs");
    }
}
