package dev.kompox.lab.tree;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Read a tree from an archive such as {@link PaxWriter} writes. */
public final class PaxReader {

    private static final String ATTRIBUTE = "SCHILY.xattr.";
    private static final int LARGEST = 64 << 20;

    private final InputStream in;
    private final Tree tree = new Tree();

    private PaxReader(InputStream in) {
        this.in = in;
    }

    /**
     * Read a whole archive; the stream stays open.
     *
     * @throws IOException if it ends too early or holds something that this does not know
     */
    public static Tree read(InputStream in) throws IOException {
        PaxReader reader = new PaxReader(in);
        SequencedMap<String, Content> records = new LinkedHashMap<>();
        for (UstarHeader header = reader.header(); !header.isEnd(); header = reader.header()) {
            if (!header.isWhole()) {
                throw new IOException("not an archive, or a damaged one");
            }
            byte[] body = reader.body(header.size());
            if (header.type() == 'x') {
                records = records(body);
            } else if (header.type() != 'g') {
                reader.member(header, records, body);
                records = new LinkedHashMap<>();
            }
        }
        return reader.tree;
    }

    private UstarHeader header() throws IOException {
        return UstarHeader.read(exactly(UstarHeader.SIZE));
    }

    private byte[] body(long size) throws IOException {
        if (size < 0 || size > LARGEST) {
            throw new IOException("a member of " + size + " bytes");
        }
        int padded = (int) ((size + UstarHeader.SIZE - 1) / UstarHeader.SIZE) * UstarHeader.SIZE;
        return Arrays.copyOf(exactly(padded), (int) size);
    }

    private byte[] exactly(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length != count) {
            throw new EOFException("the archive ends too early");
        }
        return bytes;
    }

    /** Read records {@code LENGTH KEY=VALUE\n}, the length counting all of them. */
    private static SequencedMap<String, Content> records(byte[] body) throws IOException {
        SequencedMap<String, Content> records = new LinkedHashMap<>();
        int at = 0;
        while (at < body.length) {
            int space = indexOf(body, ' ', at);
            int end = at + number(new String(body, at, space - at, StandardCharsets.UTF_8));
            int equals = indexOf(body, '=', space);
            if (end <= equals || end > body.length) {
                throw new IOException("a damaged extended header");
            }
            String key = new String(body, space + 1, equals - space - 1, StandardCharsets.UTF_8);
            records.put(key, Content.of(Arrays.copyOfRange(body, equals + 1, end - 1)));
            at = end;
        }
        return records;
    }

    private static int indexOf(byte[] body, char wanted, int from) throws IOException {
        for (int i = from; i < body.length; i++) {
            if (body[i] == wanted) {
                return i;
            }
        }
        throw new IOException("a damaged extended header");
    }

    private static int number(String digits) throws IOException {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new IOException("a damaged extended header", e);
        }
    }

    private void member(UstarHeader header, SequencedMap<String, Content> records, byte[] body)
            throws IOException {
        String path = path(text(records, "path", header.name()));
        String link = text(records, "linkpath", header.linkName());
        if (header.type() == '1') {
            tree.link(path(link), path);
            return;
        }
        Kind kind = kind(header.type());
        String target =
                switch (kind) {
                    case LINK -> link;
                    case CHARACTER, BLOCK -> header.device();
                    case FILE, DIRECTORY, PIPE, SOCKET -> "";
                };
        SequencedMap<String, Content> attributes = new LinkedHashMap<>();
        records.forEach((key, value) -> {
            if (key.startsWith(ATTRIBUTE)) {
                attributes.put(key.substring(ATTRIBUTE.length()), value);
            }
        });
        tree.put(
                path,
                new Entry(
                        kind,
                        header.mode(),
                        number(text(records, "uid", String.valueOf(header.uid()))),
                        number(text(records, "gid", String.valueOf(header.gid()))),
                        time(text(records, "mtime", String.valueOf(header.modified()))),
                        attributes,
                        Content.of(body),
                        target));
    }

    private static String text(SequencedMap<String, Content> records, String key, String other) {
        Content value = records.get(key);
        return value == null ? other : value.text();
    }

    /** Return the path in the tree; one that leads out of it is refused. */
    private static String path(String name) throws IOException {
        String path = name.startsWith("./") ? name.substring(2) : name;
        path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (path.startsWith("/") || Arrays.asList(path.split("/")).contains("..")) {
            throw new IOException("a member leads out of the tree");
        }
        return path.equals(".") ? "" : path;
    }

    private static Kind kind(char type) throws IOException {
        for (Kind kind : Kind.values()) {
            if (kind.flag() == type && kind != Kind.SOCKET) {
                return kind;
            }
        }
        throw new IOException("a member of unknown type " + type);
    }

    private static Instant time(String seconds) throws IOException {
        try {
            BigDecimal exact = new BigDecimal(seconds);
            long whole = exact.setScale(0, RoundingMode.FLOOR).longValueExact();
            long nanos = exact.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
            return Instant.ofEpochSecond(whole, nanos);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IOException("a damaged time", e);
        }
    }
}
