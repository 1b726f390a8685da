package dev.kompox.lab.tree;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Describe one file, directory or other thing of a tree.
 *
 * @param kind what it is
 * @param mode permission bits, as in {@code 0644}
 * @param uid the numeric owner
 * @param gid the numeric group
 * @param modified when its content last changed
 * @param attributes the extended attributes by name
 * @param content the bytes of a regular file, otherwise none
 * @param target what a symbolic link points to, {@code MAJOR:MINOR} of a device, otherwise empty
 */
public record Entry(
        Kind kind,
        int mode,
        int uid,
        int gid,
        Instant modified,
        SequencedMap<String, Content> attributes,
        Content content,
        String target) {

    /** Sorts the attributes by name. */
    public Entry {
        attributes =
                Collections.unmodifiableSequencedMap(
                        new LinkedHashMap<>(new TreeMap<>(attributes)));
    }

    /** Make a regular file of root's. */
    public static Entry file(Content content) {
        return plain(Kind.FILE, 0644, content, "");
    }

    /** Make a directory of root's. */
    public static Entry directory() {
        return plain(Kind.DIRECTORY, 0755, Content.NONE, "");
    }

    /** Make a symbolic link of root's. */
    public static Entry link(String target) {
        return plain(Kind.LINK, 0777, Content.NONE, target);
    }

    /** Make anything else of root's; a device has a target. */
    public static Entry special(Kind kind, String target) {
        return plain(kind, 0600, Content.NONE, target);
    }

    private static Entry plain(Kind kind, int mode, Content content, String target) {
        return new Entry(kind, mode, 0, 0, Instant.EPOCH, new LinkedHashMap<>(), content, target);
    }

    /** Return the same with another owner and other permissions. */
    public Entry owned(int owner, int group, int permissions) {
        return new Entry(kind, permissions, owner, group, modified, attributes, content, target);
    }

    /** Return the same, changed at another time. */
    public Entry at(Instant time) {
        return new Entry(kind, mode, uid, gid, time, attributes, content, target);
    }

    /** Return the same with one more extended attribute. */
    public Entry with(String name, Content value) {
        SequencedMap<String, Content> more = new LinkedHashMap<>(attributes);
        more.put(name, value);
        return new Entry(kind, mode, uid, gid, modified, more, content, target);
    }

    /** Return the time of change in seconds since 1970, with nine decimals. */
    String seconds() {
        long whole = modified.getEpochSecond();
        int nanos = modified.getNano();
        return "%d.%09d".formatted(whole, nanos);
    }

    /** Return the same with other bytes. */
    Entry with(Content bytes) {
        return new Entry(kind, mode, uid, gid, modified, attributes, bytes, target);
    }
}
