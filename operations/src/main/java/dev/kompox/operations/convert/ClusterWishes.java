package dev.kompox.operations.convert;

import dev.kompox.kubernetes.convert.ClaimObjects;
import dev.kompox.manifest.id.DnsLabel;
import dev.kompox.manifest.kom.ClusterIngress;
import dev.kompox.manifest.kom.HostName;
import dev.kompox.manifest.kom.VolumeSize;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Say what a cluster that is not asked is like, and what is wished there.
 *
 * @param namespace the app's namespace; null for the derived one
 * @param zone the zone that the app must be in; null for any
 * @param storageClass the class of its claims; null for the cluster's default
 * @param size the size of volumes of which nothing else is said
 * @param ingressClass the class of the ingress controller; null for the cluster's default
 * @param ingressNamespace where that controller runs
 * @param domain the domain below which apps get names; null for none
 * @param certResolver who obtains certificates; null for nobody
 */
public record ClusterWishes(
        @Nullable String namespace,
        @Nullable String zone,
        @Nullable String storageClass,
        VolumeSize size,
        @Nullable String ingressClass,
        String ingressNamespace,
        @Nullable String domain,
        @Nullable String certResolver) {

    // https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
    private static final Pattern LABEL =
            Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");

    /**
     * Check that each is what its name says.
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    public ClusterWishes {
        if (namespace != null) {
            DnsLabel.check("namespace", namespace);
        }
        DnsLabel.check("namespace", ingressNamespace);
        if (zone != null && !LABEL.matcher(zone).matches()) {
            throw new IllegalArgumentException(
                    "zone \""
                            + zone
                            + "\" is no value of a label: use at most 63 letters, digits, and the"
                            + " characters - _ . between them");
        }
        host("storage class", storageClass);
        host("ingress class", ingressClass);
        host("domain", domain);
    }

    /**
     * Read them from options, named as the driver for clusters names them: {@code appNamespace},
     * {@code zone}, {@code storageClass}, {@code diskSize}, {@code ingressClass}, {@code
     * ingressNamespace}, {@code domain}, {@code certResolver}. Others do not matter here.
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    public static ClusterWishes of(Map<String, String> options) {
        String size = options.get("diskSize");
        return new ClusterWishes(
                options.get("appNamespace"),
                options.get("zone"),
                options.get("storageClass"),
                size == null ? ClaimObjects.USUAL : VolumeSize.parse(size),
                options.get("ingressClass"),
                options.getOrDefault("ingressNamespace", ClusterIngress.NAMESPACE),
                options.get("domain"),
                options.get("certResolver"));
    }

    private static void host(String what, @Nullable String text) {
        try {
            var _ = text == null ? null : new HostName(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    what
                            + " \""
                            + text
                            + "\" is no name of a cluster: write labels of a-z, 0-9 and \"-\""
                            + " joined by dots",
                    e);
        }
    }
}
