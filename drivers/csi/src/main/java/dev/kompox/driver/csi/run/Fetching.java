package dev.kompox.driver.csi.run;

import dev.kompox.driver.csi.image.Registry;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * Tells an image that is late from one that never comes.
 *
 * @param context the cluster's context
 * @param helper the name of the container that runs the helper image; empty if none does
 */
record Fetching(String context, String helper) {

    /** A container waits for its image, or for nothing at all yet. */
    private static final Set<String> BEFORE =
            Set.of("ContainerCreating", "PodInitializing", "ErrImagePull", "ImagePullBackOff", "");

    private static final Set<String> NEVER = Set.of("ErrImageNeverPull", "InvalidImageName");
    private static final Set<String> UNLIKELY =
            Set.of("ErrImagePull", "ImagePullBackOff", "CreateContainerConfigError");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * Tell whether a container has its image.
     *
     * @param waited how long it has been waited for
     * @throws dev.kompox.driver.failure.DriverException if it is not worth waiting any longer
     */
    boolean done(ContainerStatus status, Duration waited) {
        ContainerStateWaiting waiting = status.getState().getWaiting();
        if (waiting == null) {
            return true;
        }
        String reason = Objects.requireNonNullElse(waiting.getReason(), "");
        boolean late = UNLIKELY.contains(reason) && waited.compareTo(PATIENCE) > 0;
        if (NEVER.contains(reason) || late) {
            String image = status.getImage();
            throw status.getName().equals(helper)
                    ? Registry.lacksHelper(context, image, reason, waiting.getMessage())
                    : Registry.lacks(context, image, reason, waiting.getMessage());
        }
        return !BEFORE.contains(reason);
    }
}
