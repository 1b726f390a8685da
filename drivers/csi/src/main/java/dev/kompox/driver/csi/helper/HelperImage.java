package dev.kompox.driver.csi.helper;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import org.jspecify.annotations.Nullable;

/** What to say of the helper image. */
public final class HelperImage {

    private HelperImage() {}

    /**
     * Say that a cluster cannot run it.
     *
     * @param context the cluster's context
     * @param reason the cluster's word for it
     * @param message what it says about it; null if nothing
     */
    public static DriverException lacking(
            String context, String image, String reason, @Nullable String message) {
        return new DriverException(
                new Category.Invalid(),
                "the cluster cannot run the helper image "
                        + image
                        + ": "
                        + reason
                        + (message == null ? "" : ": " + message),
                "Push it to a registry that the cluster reads, and name it:"
                        + " export KOMPOX_HELPER_IMAGE=REGISTRY/IMAGE\nor, on a cluster of"
                        + " your own, put it onto the nodes: kompox cluster load kube:"
                        + context);
    }
}
