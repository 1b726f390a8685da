package dev.kompox.lab.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Write and read the 512 bytes before each member of an archive (POSIX.1-2024, pax, "ustar
 * Interchange Format").
 */
final class UstarHeader {

    static final int SIZE = 512;
    private static final int CHECKSUM = 148;
    private static final int TYPE = 156;

    private final byte[] block;

    private UstarHeader(byte[] block) {
        this.block = block;
    }

    /** Begin a header; names that do not fit are cut, a pax record then has the whole. */
    static UstarHeader of(char type, String name, String linkName) {
        UstarHeader header = new UstarHeader(new byte[SIZE]);
        header.text(0, 100, name);
        header.block[TYPE] = (byte) type;
        header.text(157, 100, linkName);
        header.text(257, 6, "ustar");
        header.text(263, 2, "00");
        return header;
    }

    static UstarHeader read(byte[] block) {
        return new UstarHeader(block);
    }

    UstarHeader numbers(int mode, long uid, long gid, long size, long modified) {
        octal(100, 8, mode);
        octal(108, 8, uid);
        octal(116, 8, gid);
        octal(124, 12, size);
        octal(136, 12, modified);
        return this;
    }

    UstarHeader device(long major, long minor) {
        octal(329, 8, major);
        octal(337, 8, minor);
        return this;
    }

    /** Return the block with its checksum. */
    byte[] done() {
        text(CHECKSUM, 6, "%06o".formatted(sum()));
        block[CHECKSUM + 6] = 0;
        block[CHECKSUM + 7] = ' ';
        return block;
    }

    private int sum() {
        Arrays.fill(block, CHECKSUM, CHECKSUM + 8, (byte) ' ');
        int sum = 0;
        for (byte b : block) {
            sum += Byte.toUnsignedInt(b);
        }
        return sum;
    }

    boolean isEnd() {
        return Arrays.equals(block, new byte[SIZE]);
    }

    boolean isWhole() {
        long stored = number(CHECKSUM, 8);
        byte[] kept = Arrays.copyOfRange(block, CHECKSUM, CHECKSUM + 8);
        boolean whole = stored == sum();
        System.arraycopy(kept, 0, block, CHECKSUM, kept.length);
        return whole;
    }

    char type() {
        return block[TYPE] == 0 ? '0' : (char) block[TYPE];
    }

    String name() {
        String prefix = text(345, 155);
        return prefix.isEmpty() ? text(0, 100) : prefix + "/" + text(0, 100);
    }

    String linkName() {
        return text(157, 100);
    }

    int mode() {
        return (int) number(100, 8);
    }

    long uid() {
        return number(108, 8);
    }

    long gid() {
        return number(116, 8);
    }

    long size() {
        return number(124, 12);
    }

    long modified() {
        return number(136, 12);
    }

    String device() {
        return number(329, 8) + ":" + number(337, 8);
    }

    private void text(int at, int length, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, block, at, Math.min(length, bytes.length));
    }

    private String text(int at, int length) {
        int end = at;
        while (end < at + length && block[end] != 0) {
            end++;
        }
        return new String(block, at, end - at, StandardCharsets.UTF_8);
    }

    /** Write a number; one that does not fit becomes 0, a pax record then has it. */
    private void octal(int at, int length, long value) {
        String digits = Long.toOctalString(Math.max(0, value));
        String fitting = digits.length() < length ? digits : "0";
        text(at, length - 1, "0".repeat(length - 1 - fitting.length()) + fitting);
    }

    private long number(int at, int length) {
        String digits = text(at, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
