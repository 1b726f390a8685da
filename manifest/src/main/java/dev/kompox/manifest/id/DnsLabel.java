package dev.kompox.manifest.id;

import dev.kompox.manifest.hash.Sha256;
import java.util.Locale;

/**
 * Check and make DNS labels: 1 to 63 of {@code a-z}, {@code 0-9} and {@code -}, beginning and
 * ending with a letter or digit (RFC 1123, section 2.1).
 */
public final class DnsLabel {

    /** The longest a label may be, in characters. */
    public static final int LONGEST = 63;

    private static final int HASH_DIGITS = 12;

    private DnsLabel() {}

    /** Say whether a text is a label. */
    public static boolean is(String text) {
        return is(text, LONGEST);
    }

    /** Say whether a text is a label of at most so many characters. */
    public static boolean is(String text, int longest) {
        if (text.isEmpty() || text.length() > longest) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isAlphanumeric(text.charAt(i)) && text.charAt(i) != '-') {
                return false;
            }
        }
        return text.charAt(0) != '-' && text.charAt(text.length() - 1) != '-';
    }

    /**
     * Refuse what is not a label.
     *
     * @param what what is being named, for the message
     * @return the text
     * @throws IllegalArgumentException with a sentence for people
     */
    public static String check(String what, String text) {
        return check(what, text, LONGEST);
    }

    /**
     * Refuse what is not a label of at most so many characters.
     *
     * @param what what is being named, for the message
     * @return the text
     * @throws IllegalArgumentException with a sentence for people
     */
    public static String check(String what, String text, int longest) {
        if (is(text, longest)) {
            return text;
        }
        throw new IllegalArgumentException(
                text.length() > longest
                        ? "%s \"%s\" has %d characters, at most %d are allowed"
                                .formatted(what, text, text.length(), longest)
                        : "%s \"%s\" is not a DNS label: use a-z, 0-9 and \"-\", beginning and ending with a letter or digit"
                                .formatted(what, text));
    }

    /**
     * Make a label of any text; different texts give different labels.
     *
     * <p>A label stays as it is. Any other text is made one and gets {@code -} and twelve
     * hexadecimal digits of its SHA-256. So does a label that ends as such a made one: nobody can
     * take the place of another text by writing its label.
     */
    public static String from(String text) {
        if (is(text) && !looksMade(text)) {
            return text;
        }
        StringBuilder stem = new StringBuilder();
        String lower = text.toLowerCase(Locale.ROOT);
        int most = LONGEST - HASH_DIGITS - 1;
        for (int i = 0; i < lower.length() && stem.length() < most; i++) {
            char c = lower.charAt(i);
            if (isAlphanumeric(c)) {
                stem.append(c);
            } else if (!stem.isEmpty()) {
                stem.append('-');
            }
        }
        while (!stem.isEmpty() && stem.charAt(stem.length() - 1) == '-') {
            stem.setLength(stem.length() - 1);
        }
        String hash = Sha256.hex(text).substring(0, HASH_DIGITS);
        return (stem.isEmpty() ? "x" : stem) + "-" + hash;
    }

    private static boolean looksMade(String label) {
        int dash = label.length() - HASH_DIGITS - 1;
        if (dash < 1 || label.charAt(dash) != '-') {
            return false;
        }
        for (int i = dash + 1; i < label.length(); i++) {
            char c = label.charAt(i);
            if (!isAlphanumeric(c) || c > 'f') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
