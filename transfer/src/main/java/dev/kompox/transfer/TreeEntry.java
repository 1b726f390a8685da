package dev.kompox.transfer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * One line of a manifest: everything about one entry of a tree that a copy must keep. Fields that
 * do not apply are {@code -}.
 *
 * @param path the path below the tree's root, escaped as in the manifest; {@code .} is the root
 * @param type the kind, as {@code find -printf %y} names it: {@code f d l p s b c}
 * @param mode the permission bits, octal
 * @param uid the owner's number
 * @param gid the group's number
 * @param size bytes of a regular file
 * @param mtime seconds and nanoseconds since 1970, {@code 1795480649.045794621}
 * @param link the path of the first entry that is the same file, for further hard links
 * @param hash the SHA-256 of a regular file's content, lower-case hexadecimal
 * @param attributes extended attributes, {@code NAME=HEX} in order, separated by commas
 * @param target where a symbolic link points, or {@code MAJOR:MINOR} of a device
 */
public record TreeEntry(
        String path,
        String type,
        String mode,
        String uid,
        String gid,
        String size,
        String mtime,
        String link,
        String hash,
        String attributes,
        String target) {

    /** What a field holds that does not apply. */
    public static final String NONE = "-";

    static final int FIELDS = 11;

    /** Read the fields of a line. */
    static TreeEntry of(String[] fields) {
        return new TreeEntry(
                fields[10],
                fields[0],
                fields[1],
                fields[2],
                fields[3],
                fields[4],
                fields[5],
                fields[6],
                fields[7],
                fields[8],
                fields[9]);
    }

    /** Return the line as it stands in a manifest, without its end. */
    public String line() {
        return String.join(
                "\t", type, mode, uid, gid, size, mtime, link, hash, attributes, target, path);
    }

    /** Return the fields by name, without the path. */
    SequencedMap<String, String> fields() {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("type", type);
        fields.put("mode", mode);
        fields.put("uid", uid);
        fields.put("gid", gid);
        fields.put("size", size);
        fields.put("mtime", mtime);
        fields.put("link", link);
        fields.put("hash", hash);
        fields.put("attributes", attributes);
        fields.put("target", target);
        return fields;
    }

    /** Return what another entry has otherwise, as {@code field: this -> that}, in field order. */
    SequencedMap<String, Change> changes(TreeEntry other) {
        SequencedMap<String, Change> changes = new LinkedHashMap<>();
        Map<String, String> theirs = other.fields();
        fields().forEach((name, value) -> {
            String their = theirs.getOrDefault(name, NONE);
            if (!value.equals(their)) {
                changes.put(name, new Change(value, their));
            }
        });
        return changes;
    }

    /**
     * Say how a field differs.
     *
     * @param expected what the first tree has
     * @param found what the second tree has
     */
    public record Change(String expected, String found) {}
}
