package dev.kompox.driver.csi.name;

import dev.kompox.manifest.hash.ShortHash;
import java.util.Locale;

/** Texts made to fit where Kubernetes allows less. */
final class LabelText {

    /** The longest label value and the longest DNS label, in characters. */
    static final int LONGEST = 63;

    private LabelText() {}

    /**
     * Return a text as a label's value: itself where it fits, otherwise its beginning and its hash.
     */
    static String value(String text) {
        boolean fits = text.length() <= LONGEST && alphanumeric(text.charAt(text.length() - 1));
        if (fits) {
            return text;
        }
        String hash = ShortHash.of(text).value();
        return text.substring(0, Math.min(text.length(), LONGEST - hash.length() - 1)) + "-" + hash;
    }

    /**
     * Return a text as a part of a DNS label, of at most so many characters; it may lose letters.
     */
    static String part(String text, int longest) {
        StringBuilder part = new StringBuilder();
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length() && part.length() < longest; i++) {
            char c = lower.charAt(i);
            part.append(alphanumeric(c) ? c : '-');
        }
        int end = part.length();
        while (end > 0 && part.charAt(end - 1) == '-') {
            end--;
        }
        return part.substring(0, end);
    }

    private static boolean alphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
