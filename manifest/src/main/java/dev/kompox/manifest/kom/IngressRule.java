package dev.kompox.manifest.kom;

import java.util.List;

/**
 * Let a port be reached from outside.
 *
 * @param name its name: a lower-case letter, then up to 14 letters, digits or dashes
 * @param port the published port of the Compose file, 1 to 65535
 * @param hosts the hosts it is reached under, besides the one below the cluster's domain
 */
public record IngressRule(String name, int port, List<HostName> hosts) {

    private static final int LONGEST = 15;

    /** Check name and port. */
    public IngressRule {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "rule \"%s\" needs another name: a letter of a-z, then up to 14 of a-z, 0-9 and \"-\""
                            .formatted(name));
        }
        Ports.check(port);
        hosts = List.copyOf(hosts);
    }

    private static boolean isName(String name) {
        if (name.isEmpty() || name.length() > LONGEST || !isLetter(name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLetter(c) && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
