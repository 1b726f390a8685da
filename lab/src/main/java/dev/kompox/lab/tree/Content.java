package dev.kompox.lab.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Hold bytes that do not change. */
public final class Content {

    /** No bytes. */
    public static final Content NONE = new Content(new byte[0]);

    private final byte[] bytes;

    private Content(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Hold a copy of some bytes. */
    public static Content of(byte[] bytes) {
        return new Content(bytes.clone());
    }

    /** Hold the UTF-8 bytes of a text. */
    public static Content of(String text) {
        return new Content(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Return a copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Return how many bytes there are. */
    public int size() {
        return bytes.length;
    }

    /** Return the bytes as UTF-8 text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Content content && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return size() + " bytes";
    }
}
