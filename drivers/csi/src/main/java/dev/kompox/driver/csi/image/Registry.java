package dev.kompox.driver.csi.image;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import org.jspecify.annotations.Nullable;

/** What to say of an image that a cluster cannot get. */
public final class Registry {

    /** What helps where nothing else does. */
    static final String PUSH =
            "Push them to a registry that the cluster reads: docker push REGISTRY/IMAGE";

    private Registry() {}

    /**
     * Say that a cluster cannot fetch an image.
     *
     * @param context the cluster's context
     * @param reason the cluster's word for it
     * @param message what it says about it; null or blank if nothing
     */
    public static DriverException lacks(
            String context, String image, String reason, @Nullable String message) {
        return lacks(
                "fetch image " + image,
                reason,
                message,
                " so in the Compose file: docker push REGISTRY/IMAGE",
                context + " " + image);
    }

    /** Say that a cluster cannot run the helper image; see {@link #lacks}. */
    public static DriverException lacksHelper(
            String context, String image, String reason, @Nullable String message) {
        return lacks(
                "run the helper image " + image,
                reason,
                message,
                ": export KOMPOX_HELPER_IMAGE=REGISTRY/IMAGE",
                context);
    }

    private static DriverException lacks(
            String what, String reason, @Nullable String message, String naming, String loading) {
        return new DriverException(
                new Category.Invalid(),
                "the cluster cannot "
                        + what
                        + ": "
                        + reason
                        + (message == null || message.isBlank() ? "" : ": " + message.strip()),
                "Push it to a registry that the cluster reads, and name it"
                        + naming
                        + "\nor, on a cluster of your own, put it onto the nodes:"
                        + " kompox cluster load kube:"
                        + loading);
    }

    static DriverException unsupported(String sentence) {
        return new DriverException(new Category.Unsupported("images.load"), sentence, PUSH);
    }
}
