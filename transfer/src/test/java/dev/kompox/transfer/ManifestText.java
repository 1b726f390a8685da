package dev.kompox.transfer;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Write manifests for tests. */
final class ManifestText {

    private ManifestText() {}

    static TreeEntry file(String path, String hash) {
        return new TreeEntry(
                path, "f", "644", "0", "0", "2", "1795480649.045794621", "-", hash(hash), "-", "-");
    }

    /** Return a hash that ends with the given digits. */
    static String hash(String end) {
        return "0".repeat(64 - end.length()) + end;
    }

    /** Return the bytes of a path as manifests have them. */
    static String escaped(byte[] path) {
        StringBuilder text = new StringBuilder();
        for (byte one : path) {
            int value = one & 0xff;
            boolean plain = value > ' ' && value <= '~' && value != '\\';
            text.append(plain ? String.valueOf((char) value) : "\\%03o".formatted(value));
        }
        return text.toString();
    }

    static TreeEntry root() {
        return new TreeEntry(
                ".", "d", "755", "0", "0", "-", "1795480649.000000000", "-", "-", "-", "-");
    }

    static String of(List<TreeEntry> entries) {
        StringBuilder text = new StringBuilder("kompox-tree-manifest 1 hashed\n");
        entries.forEach(entry -> text.append(entry.line()).append('\n'));
        return text.append("end ").append(entries.size()).append('\n').toString();
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
