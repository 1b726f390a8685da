package dev.kompox.kubernetes.convert;

import dev.kompox.kubernetes.object.KubernetesObject;
import dev.kompox.manifest.kom.Volume;
import dev.kompox.manifest.kom.VolumeSize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The claims of an app, for objects that are applied without Kompox. Where Kompox runs the app it
 * makes the claims itself, and knows those only as disks that it has made.
 */
public final class ClaimObjects {

    /** The size of a volume of which nothing else is said: 10Gi. */
    public static final VolumeSize USUAL = new VolumeSize(10L << 30);

    private static final int GIB = 30;
    private static final int MIB = 20;

    private ClaimObjects() {}

    /**
     * Return a claim for each volume, once where volumes share one.
     *
     * @param request what is converted
     * @param storageClass the class of all; null for the cluster's default
     * @param usual the size of a volume that has none of its own
     * @param volumes volumes as the app's document describes them
     */
    public static List<KubernetesObject> of(
            ConversionRequest request,
            @Nullable String storageClass,
            VolumeSize usual,
            List<Volume> volumes) {
        Map<String, VolumeSize> own = new LinkedHashMap<>();
        volumes.forEach(volume -> own.put(volume.name(), volume.size()));
        SequencedMap<String, VolumeSize> sizes = new LinkedHashMap<>();
        request.claims()
                .forEach((volume, claim) ->
                        sizes.merge(
                                claim,
                                own.getOrDefault(volume, usual),
                                (one, other) -> one.bytes() < other.bytes() ? other : one));
        return sizes.entrySet().stream()
                .map(one -> claim(request, storageClass, one.getKey(), one.getValue()))
                .toList();
    }

    private static KubernetesObject claim(
            ConversionRequest request,
            @Nullable String storageClass,
            String name,
            VolumeSize size) {
        Body requests = new Body().with("storage", quantity(size.bytes()));
        return Body.object(
                "v1",
                "PersistentVolumeClaim",
                new Body()
                        .with("namespace", request.namespace())
                        .with("name", name)
                        .with("labels", new AppNaming(request.app()).labels()),
                new Body()
                        .with(
                                "spec",
                                new Body()
                                        .with("accessModes", List.of("ReadWriteOnce"))
                                        .with("storageClassName", storageClass)
                                        .with("resources", new Body().with("requests", requests))));
    }

    private static String quantity(long bytes) {
        if (Long.numberOfTrailingZeros(bytes) >= GIB) {
            return (bytes >> GIB) + "Gi";
        }
        return Long.numberOfTrailingZeros(bytes) >= MIB
                ? (bytes >> MIB) + "Mi"
                : String.valueOf(bytes);
    }
}
