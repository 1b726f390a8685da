package dev.kompox.kubernetes.convert;

import java.net.InetAddress;
import java.util.regex.Pattern;

/** Addresses as Kubernetes takes them. */
final class Addresses {

    private static final Pattern FOUR = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private Addresses() {}

    /** Tell whether a text is an IPv4 or IPv6 address. */
    static boolean is(String text) {
        if (text.indexOf(':') < 0 && !FOUR.matcher(text).matches()) {
            return false;
        }
        try {
            return text.indexOf('%') < 0 && InetAddress.ofLiteral(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
