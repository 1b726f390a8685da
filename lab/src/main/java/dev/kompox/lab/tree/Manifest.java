package dev.kompox.lab.tree;

import dev.kompox.manifest.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Write a tree's manifest as the helper image does: a first line that names the format, one line of
 * tab-separated fields per entry (type, mode, owner, group, size, time, first hard link, hash,
 * attributes, target, path), and a last line that counts them.
 */
public final class Manifest {

    private static final String NONE = "-";

    private Manifest() {}

    /**
     * Return the manifest.
     *
     * @param hashed whether regular files' lines have their SHA-256
     */
    public static String of(Tree tree, boolean hashed) {
        StringBuilder text = new StringBuilder("kompox-tree-manifest 1");
        text.append(hashed ? " hashed\n" : "\n");
        int count = 0;
        for (String path : tree.paths()) {
            text.append(line(tree, path, hashed)).append('\n');
            count++;
        }
        return text.append("end ").append(count).append('\n').toString();
    }

    private static String line(Tree tree, String path, boolean hashed) {
        Entry entry = tree.find(path).orElseThrow();
        boolean file = entry.kind() == Kind.FILE;
        String first = tree.firstName(path);
        return String.join(
                "\t",
                String.valueOf(entry.kind().letter()),
                Integer.toOctalString(entry.mode()),
                String.valueOf(entry.uid()),
                String.valueOf(entry.gid()),
                file ? String.valueOf(entry.content().size()) : NONE,
                entry.seconds(),
                first.equals(path) ? NONE : escaped(first),
                file && hashed ? hash(entry) : NONE,
                attributes(entry),
                entry.target().isEmpty() ? NONE : escaped(entry.target()),
                path.isEmpty() ? "." : escaped(path));
    }

    private static String hash(Entry entry) {
        return HexFormat.of().formatHex(Sha256.of(entry.content().bytes()));
    }

    private static String attributes(Entry entry) {
        if (entry.attributes().isEmpty()) {
            return NONE;
        }
        return entry.attributes().entrySet().stream()
                .map(Manifest::attribute)
                .collect(Collectors.joining(","));
    }

    private static String attribute(Map.Entry<String, Content> one) {
        return escaped(one.getKey()) + "=" + HexFormat.of().formatHex(one.getValue().bytes());
    }

    /** Write every byte outside of {@code !} to {@code ~}, and the backslash, as octal. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            int code = Byte.toUnsignedInt(b);
            if (code < '!' || code > '~' || code == '\\') {
                escaped.append("\\%03o".formatted(code));
            } else {
                escaped.append((char) code);
            }
        }
        return escaped.toString();
    }
}
