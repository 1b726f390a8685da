package dev.kompox.manifest.kom;

import dev.kompox.manifest.id.DnsLabel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Say how apps on a cluster are reached from outside.
 *
 * @param namespace the controller's namespace, {@value #NAMESPACE} unless said otherwise
 * @param controller the controller's name, kept and not used, or null
 * @param serviceAccount its service account, {@value #SERVICE_ACCOUNT} unless said otherwise
 * @param domain the domain below which every app gets a name, or null
 * @param certResolver who obtains certificates, or null
 * @param certEmail the address given to the certificate authority, or null
 * @param certificates certificates that are there already, by different names
 */
public record ClusterIngress(
        String namespace,
        @Nullable String controller,
        String serviceAccount,
        @Nullable HostName domain,
        @Nullable String certResolver,
        @Nullable String certEmail,
        List<Certificate> certificates) {

    /** The namespace when none is said. */
    public static final String NAMESPACE = "traefik";

    /** The service account when none is said. */
    public static final String SERVICE_ACCOUNT = "ingress-service-account";

    /** Nothing said. */
    public static final ClusterIngress DEFAULT =
            new ClusterIngress(NAMESPACE, null, SERVICE_ACCOUNT, null, null, null, List.of());

    /** Check the names. */
    public ClusterIngress {
        DnsLabel.check("namespace", namespace);
        DnsLabel.check("service account", serviceAccount);
        certificates = Ordered.distinct("certificate", certificates, Certificate::name);
    }
}
