package dev.kompox.transfer;

import java.util.Optional;

/** Check that the fields of an entry have the form that the writer gives them. */
final class EntryForm {

    private static final int HASH_LENGTH = 64;
    private static final int NANOSECOND_DIGITS = 9;

    private EntryForm() {}

    /** Say which field is wrong; empty if none is. */
    static Optional<String> wrong(TreeEntry entry, boolean hashed) {
        boolean file = entry.type().equals("f");
        if (entry.type().length() != 1 || "fdlpsbc".indexOf(entry.type().charAt(0)) < 0) {
            return wrong("type", entry.type());
        }
        if (!digits(entry.mode(), '7')) {
            return wrong("mode", entry.mode());
        }
        if (!digits(entry.uid(), '9')) {
            return wrong("uid", entry.uid());
        }
        if (!digits(entry.gid(), '9')) {
            return wrong("gid", entry.gid());
        }
        if (file ? !digits(entry.size(), '9') : !entry.size().equals(TreeEntry.NONE)) {
            return wrong("size", entry.size());
        }
        if (!time(entry.mtime())) {
            return wrong("mtime", entry.mtime());
        }
        if ((file && hashed) ? !hash(entry.hash()) : !entry.hash().equals(TreeEntry.NONE)) {
            return wrong("hash", entry.hash());
        }
        return texts(entry);
    }

    private static Optional<String> texts(TreeEntry entry) {
        if (!escaped(entry.link())) {
            return wrong("link", entry.link());
        }
        if (!escaped(entry.attributes())) {
            return wrong("attributes", entry.attributes());
        }
        if (!escaped(entry.target())) {
            return wrong("target", entry.target());
        }
        return escaped(entry.path()) ? Optional.empty() : wrong("path", entry.path());
    }

    private static Optional<String> wrong(String field, String value) {
        String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
        return Optional.of("the field " + field + " cannot be \"" + shown + "\"");
    }

    private static boolean digits(String text, char highest) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > highest) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean time(String text) {
        int dot = text.indexOf('.');
        int start = text.startsWith("-") ? 1 : 0;
        return dot > start
                && digits(text.substring(start, dot), '9')
                && text.length() == dot + 1 + NANOSECOND_DIGITS
                && digits(text.substring(dot + 1), '9');
    }

    private static boolean hash(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789abcdef".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return text.length() == HASH_LENGTH;
    }

    /** Each byte has one form only, so that equal texts are equal bytes and the reverse. */
    private static boolean escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                return false;
            }
            if (c == '\\') {
                if (i + 3 >= text.length() || !needed(text.substring(i + 1, i + 4))) {
                    return false;
                }
                i += 3;
            }
        }
        return !text.isEmpty();
    }

    private static boolean needed(String octal) {
        if (!digits(octal, '7')) {
            return false;
        }
        int value = Integer.parseInt(octal, 8);
        return value > 0 && value < 256 && (value <= ' ' || value > '~' || value == '\\');
    }
}
