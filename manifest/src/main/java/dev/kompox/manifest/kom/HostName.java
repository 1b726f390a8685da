package dev.kompox.manifest.kom;

import dev.kompox.manifest.id.DnsLabel;

/**
 * Hold the name of a host or domain: DNS labels joined by dots, at most 253 characters (RFC 1123,
 * section 2.1).
 *
 * @param value the name, in lower case
 */
public record HostName(String value) {

    private static final int LONGEST = 253;

    /** Check the labels. */
    public HostName {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "host name has %d characters, at most %d are allowed"
                            .formatted(value.length(), LONGEST));
        }
        for (String label : value.split("\\.", -1)) {
            if (!DnsLabel.is(label)) {
                throw new IllegalArgumentException(
                        "\"%s\" is not a host name: write labels of a-z, 0-9 and \"-\" joined by dots, such as app.example.org"
                                .formatted(value));
            }
        }
    }

    /** Say whether this is the domain itself or a name below it. */
    public boolean isWithin(HostName domain) {
        return equals(domain) || value.endsWith("." + domain.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
