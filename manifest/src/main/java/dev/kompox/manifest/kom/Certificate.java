package dev.kompox.manifest.kom;

import dev.kompox.manifest.id.DnsLabel;

/**
 * Name a certificate that is there already.
 *
 * @param name its name in the cluster, a DNS label of at most {@value #LONGEST_NAME} characters:
 *     the Secret it goes into is called {@code tls-NAME}
 * @param source where the provider keeps it, such as the address in a key vault
 */
public record Certificate(String name, String source) {

    /** The longest a name may be, in characters. */
    public static final int LONGEST_NAME = DnsLabel.LONGEST - "tls-".length();

    /** Check the name. */
    public Certificate {
        DnsLabel.check("certificate", name, LONGEST_NAME);
        if (source.isBlank()) {
            throw new IllegalArgumentException("certificate \"" + name + "\" has no source");
        }
    }
}
