package dev.kompox.kubernetes.convert;

import java.util.Locale;

/** Texts made to fit where Kubernetes wants a DNS label. */
public final class DnsLabel {

    private DnsLabel() {}

    /** Return a text as a part of a DNS label, of at most so many characters; it may lose some. */
    public static String of(String text, int longest) {
        StringBuilder part = new StringBuilder();
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length() && part.length() < longest; i++) {
            char c = lower.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (plain || !part.isEmpty()) {
                part.append(plain ? c : '-');
            }
        }
        int end = part.length();
        while (end > 0 && part.charAt(end - 1) == '-') {
            end--;
        }
        return part.substring(0, end);
    }

    /** Tell whether a text is a DNS label as it stands. */
    public static boolean is(String text) {
        return !text.isEmpty() && text.equals(of(text, 63));
    }
}
