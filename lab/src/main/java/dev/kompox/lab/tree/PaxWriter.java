package dev.kompox.lab.tree;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Write a tree as an archive (POSIX.1-2024, pax, "pax Interchange Format"); extended attributes go
 * into records named {@code SCHILY.xattr.NAME}, as tar(1) of GNU and BSD does.
 */
public final class PaxWriter {

    private static final byte[] ZEROS = new byte[UstarHeader.SIZE];

    private final OutputStream out;

    private PaxWriter(OutputStream out) {
        this.out = out;
    }

    /** Tell whether a tree holds something that no archive can. */
    public static boolean canHold(Tree tree) {
        return tree.paths().stream()
                .map(path -> tree.find(path).orElseThrow())
                .noneMatch(entry -> entry.kind() == Kind.SOCKET);
    }

    /** Write a tree; the stream stays open. */
    public static void write(Tree tree, OutputStream out) throws IOException {
        PaxWriter writer = new PaxWriter(out);
        for (String path : tree.paths()) {
            writer.member(tree, path);
        }
        out.write(ZEROS);
        out.write(ZEROS);
        out.flush();
    }

    private void member(Tree tree, String path) throws IOException {
        Entry entry = tree.find(path).orElseThrow();
        String first = tree.firstName(path);
        boolean again = !first.equals(path);
        String name = "./" + path + (entry.kind() == Kind.DIRECTORY && !path.isEmpty() ? "/" : "");
        String link = "";
        if (again) {
            link = "./" + first;
        } else if (entry.kind() == Kind.LINK) {
            link = entry.target();
        }
        byte[] content = again ? new byte[0] : entry.content().bytes();
        records(records(entry, name, link));
        char type = again ? '1' : entry.kind().flag();
        UstarHeader header =
                UstarHeader.of(type, name, link)
                        .numbers(
                                entry.mode(),
                                entry.uid(),
                                entry.gid(),
                                content.length,
                                entry.modified().getEpochSecond());
        if (entry.kind() == Kind.CHARACTER || entry.kind() == Kind.BLOCK) {
            String[] numbers = entry.target().split(":", 2);
            header.device(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
        }
        out.write(header.done());
        padded(content);
    }

    private static SequencedMap<String, Content> records(Entry entry, String name, String link) {
        SequencedMap<String, Content> records = new LinkedHashMap<>();
        records.put("path", Content.of(name));
        if (!link.isEmpty()) {
            records.put("linkpath", Content.of(link));
        }
        records.put("mtime", Content.of(entry.seconds()));
        records.put("uid", Content.of(String.valueOf(entry.uid())));
        records.put("gid", Content.of(String.valueOf(entry.gid())));
        entry.attributes().forEach((key, value) -> records.put("SCHILY.xattr." + key, value));
        return records;
    }

    private void records(SequencedMap<String, Content> records) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, Content> one : records.entrySet()) {
            byte[] key = (" " + one.getKey() + "=").getBytes(StandardCharsets.UTF_8);
            int rest = key.length + one.getValue().size() + 1;
            body.writeBytes(length(rest).getBytes(StandardCharsets.UTF_8));
            body.writeBytes(key);
            body.writeBytes(one.getValue().bytes());
            body.write('\n');
        }
        out.write(UstarHeader.of('x', "PaxHeaders", "").numbers(0644, 0, 0, body.size(), 0).done());
        padded(body.toByteArray());
    }

    /** Return the length of a record, which counts its own digits. */
    private static String length(int rest) {
        int length = rest;
        while (rest + String.valueOf(length).length() != length) {
            length = rest + String.valueOf(length).length();
        }
        return String.valueOf(length);
    }

    private void padded(byte[] bytes) throws IOException {
        out.write(bytes);
        int beyond = bytes.length % UstarHeader.SIZE;
        if (beyond > 0) {
            out.write(ZEROS, 0, UstarHeader.SIZE - beyond);
        }
    }
}
