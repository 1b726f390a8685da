package dev.kompox.driver.csi;

import dev.kompox.driver.DriverSettings;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterChoice;
import dev.kompox.manifest.kom.ClusterIngress;
import io.fabric8.kubernetes.api.model.Quantity;
import java.nio.file.Path;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a user can set about a cluster.
 *
 * @param cluster which cluster ({@code kubeconfig}, {@code context})
 * @param storageClass the class of disks that ask for none ({@code storageClass}); null for the
 *     cluster's default
 * @param zone the zone of disks that ask for none ({@code zone}); empty for any
 * @param diskSize the size of blank disks that ask for none ({@code diskSize}, e.g. {@code 20Gi});
 *     10 GiB otherwise
 * @param helperImage the image of helpers ({@code helperImage}, or the variable {@code
 *     KOMPOX_HELPER_IMAGE})
 * @param ingress how apps are reached from outside
 * @param appNamespace the app's namespace ({@code appNamespace}); null for the derived one
 */
public record CsiSettings(
        ClusterChoice cluster,
        @Nullable String storageClass,
        String zone,
        ByteSize diskSize,
        String helperImage,
        IngressSettings ingress,
        @Nullable String appNamespace) {
    /** The name of the helper image. */
    public static final String HELPER_IMAGE = "kompox/helper:0.1.0";

    private static final ByteSize DISK_SIZE = new ByteSize(10L << 30);

    /**
     * Read the options.
     *
     * @throws DriverException {@code Invalid} if one cannot be read
     */
    static CsiSettings of(DriverSettings settings) {
        SequencedMap<String, String> options = settings.options();
        String kubeconfig = options.get("kubeconfig");
        String image = settings.environment().getOrDefault("KOMPOX_HELPER_IMAGE", HELPER_IMAGE);
        return new CsiSettings(
                new ClusterChoice(
                        kubeconfig == null ? null : Path.of(kubeconfig),
                        options.get("context"),
                        settings.environment()),
                options.get("storageClass"),
                options.getOrDefault("zone", ""),
                size(options.get("diskSize")),
                options.getOrDefault("helperImage", image),
                new IngressSettings(
                        options.getOrDefault("ingressNamespace", ClusterIngress.NAMESPACE),
                        options.get("ingressClass"),
                        options.get("domain"),
                        options.get("certResolver")),
                options.get("appNamespace"));
    }

    private static ByteSize size(@Nullable String text) {
        if (text == null) {
            return DISK_SIZE;
        }
        try {
            return new ByteSize(Quantity.getAmountInBytes(new Quantity(text)).longValueExact());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DriverException(
                    new Category.Invalid(),
                    "diskSize \"" + text + "\" is no size",
                    "Write it as Kubernetes does, e.g. 20Gi",
                    null,
                    e);
        }
    }
}
