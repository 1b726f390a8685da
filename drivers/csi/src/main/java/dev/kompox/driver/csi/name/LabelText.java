package dev.kompox.driver.csi.name;

import dev.kompox.manifest.hash.ShortHash;

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

    private static boolean alphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
