package dev.kompox.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Read a tree manifest entry by entry, holding one line at a time. The format is described in
 * {@code docs/reference/tree-manifest.md}.
 *
 * <p>Reads strictly: an unknown version, a line with too few or too many fields, a field that is
 * not of its form, paths out of order, a missing last line and a wrong count are failures. A
 * manifest that ends early never passes for a smaller tree.
 */
public final class TreeManifest implements AutoCloseable {

    private static final String HEADER = "kompox-tree-manifest 1";

    private final ManifestLines lines;
    private final MessageDigest digest;
    private final boolean hashed;
    private long entries;
    private String last = "";
    private boolean complete;

    /**
     * Begin to read.
     *
     * @param in the manifest, closed by {@link #close}
     * @throws ManifestException if the first line is not that of a manifest of version 1
     */
    public TreeManifest(InputStream in) throws IOException {
        this.lines = new ManifestLines(in);
        this.digest = sha256();
        String header = lines.next();
        if (header == null || !(header.equals(HEADER) || header.equals(HEADER + " hashed"))) {
            throw new ManifestException(
                    1, "\"" + HEADER + "\" was expected, found " + shown(header));
        }
        this.hashed = !header.equals(HEADER);
        digest(header);
    }

    /** Tell whether the lines of regular files hold hashes of their content. */
    public boolean hashed() {
        return hashed;
    }

    /**
     * Read the next entry.
     *
     * @return the entry; empty after the last one, once the manifest has proven to be whole
     * @throws ManifestException if the manifest is damaged
     */
    public Optional<TreeEntry> next() throws IOException {
        if (complete) {
            return Optional.empty();
        }
        String text = lines.next();
        if (text == null) {
            throw new ManifestException(
                    lines.number() + 1, "the manifest ends here, without its last line");
        }
        digest(text);
        if (text.startsWith("end ")) {
            finish(text);
            return Optional.empty();
        }
        String[] fields = text.split("\t", -1);
        if (fields.length != TreeEntry.FIELDS) {
            throw new ManifestException(
                    lines.number(),
                    TreeEntry.FIELDS + " fields were expected, found " + fields.length);
        }
        TreeEntry entry = TreeEntry.of(fields);
        Optional<String> wrong = EntryForm.wrong(entry, hashed);
        if (wrong.isPresent()) {
            throw new ManifestException(lines.number(), wrong.get());
        }
        if (PathOrder.compare(last, entry.path()) >= 0) {
            throw new ManifestException(lines.number(), entry.path() + " does not follow " + last);
        }
        last = entry.path();
        entries++;
        return Optional.of(entry);
    }

    private void finish(String text) throws IOException {
        if (!text.equals("end " + entries)) {
            throw new ManifestException(
                    lines.number(), "\"end " + entries + "\" was expected, found \"" + text + "\"");
        }
        if (lines.next() != null) {
            throw new ManifestException(lines.number(), "nothing may follow the last line");
        }
        complete = true;
    }

    /** Return how many entries were read so far. */
    public long entries() {
        return entries;
    }

    /**
     * Return the SHA-256 of the whole manifest, in lower-case hexadecimal: two trees are equal if
     * theirs are.
     *
     * @throws IllegalStateException before the manifest was read to its end
     */
    public String digest() {
        if (!complete) {
            throw new IllegalStateException("the manifest is not read to its end");
        }
        return HexFormat.of().formatHex(copy(digest).digest());
    }

    private void digest(String text) {
        digest.update(text.getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) '\n');
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be copied", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String shown(@Nullable String header) {
        if (header == null) {
            return "nothing";
        }
        return "\"" + (header.length() > 40 ? header.substring(0, 40) + "…" : header) + "\"";
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
