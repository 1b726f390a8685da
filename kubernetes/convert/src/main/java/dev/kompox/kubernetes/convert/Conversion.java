package dev.kompox.kubernetes.convert;

import dev.kompox.kubernetes.object.KubernetesObject;
import java.util.List;

/**
 * A converted project.
 *
 * @param objects in the order in which to apply them, the namespace first; claims and volumes are
 *     not among them
 * @param report what became of every key
 * @param containers the container of each service, in the order in which they start
 * @param seeds what empty volumes are filled with before the first start, in the order to try
 */
public record Conversion(
        List<KubernetesObject> objects,
        Report report,
        List<ServiceContainer> containers,
        List<Seed> seeds) {

    /** Copies the lists. */
    public Conversion {
        objects = List.copyOf(objects);
        containers = List.copyOf(containers);
        seeds = List.copyOf(seeds);
    }

    /**
     * A service and its container.
     *
     * @param service the service
     * @param container the container's name
     * @param role when it runs
     */
    public record ServiceContainer(String service, String container, Role role) {}

    /**
     * What a volume that is still empty holds at first: what the image has where the service mounts
     * it, owners and modes included, as an engine does it.
     *
     * @param service the service that mounts it
     * @param image its image
     * @param claim the volume's claim
     * @param path where in the image
     */
    public record Seed(String service, String image, String claim, String path) {}

    /** When a container runs. */
    public enum Role {
        /** From before the services that depend on it until after their end. */
        SIDECAR,
        /** Once, to its end, before the services that wait for that. */
        ONCE,
        /** As long as the pod. */
        MAIN
    }
}
