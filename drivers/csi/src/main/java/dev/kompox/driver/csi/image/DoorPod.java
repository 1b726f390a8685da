package dev.kompox.driver.csi.image;

import dev.kompox.driver.csi.name.Keys;
import io.fabric8.kubernetes.api.model.ContainerImage;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How the pod looks through which a node's own containerd is reached. It needs no image of its own:
 * it takes the smallest that the node has, and runs the node's programs in it.
 */
final class DoorPod {

    /** The name of its container. */
    static final String CONTAINER = "door";

    /** The longest that it stays if nobody removes it. */
    private static final long LONGEST_SECONDS = 3600;

    private static final String RUNTIME = "containerd://";

    private DoorPod() {}

    static Pod on(Node node, String namespace) {
        String name = node.getMetadata().getName();
        expectContainerd(node, name);
        HostDirectories directories = HostDirectories.of(node);
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withGenerateName("kompox-images-")
                .withLabels(Map.of(Keys.MANAGED_BY, Keys.KOMPOX, Keys.HELPER, "1"))
                .endMetadata()
                .withNewSpec()
                .withNodeName(name)
                .withRestartPolicy("Never")
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withTerminationGracePeriodSeconds(1L)
                .withActiveDeadlineSeconds(LONGEST_SECONDS)
                .withTolerations(new TolerationBuilder().withOperator("Exists").build())
                .addNewContainer()
                .withName(CONTAINER)
                .withImage(smallest(node, name))
                .withImagePullPolicy("Never")
                .withCommand("/usr/bin/sleep", String.valueOf(LONGEST_SECONDS))
                .withVolumeMounts(directories.mounts())
                .withNewSecurityContext()
                .withPrivileged(true)
                .withRunAsUser(0L)
                .endSecurityContext()
                .endContainer()
                .withVolumes(directories.volumes())
                .endSpec()
                .build();
    }

    private static void expectContainerd(Node node, String name) {
        String runtime = node.getStatus().getNodeInfo().getContainerRuntimeVersion();
        if (!runtime.startsWith(RUNTIME)) {
            throw Registry.unsupported(
                    "node "
                            + name
                            + " runs "
                            + runtime
                            + "; images can be put into containerd only");
        }
    }

    private static String smallest(Node node, String name) {
        return Objects.requireNonNullElse(node.getStatus().getImages(), List.<ContainerImage>of())
                .stream()
                .filter(image -> !image.getNames().isEmpty())
                .min(Comparator.comparingLong(image -> size(image)))
                .map(image -> image.getNames().getLast())
                .orElseThrow(() ->
                        Registry.unsupported(
                                "node "
                                        + name
                                        + " names no image that it has, so no pod can reach it"));
    }

    private static long size(ContainerImage image) {
        return Objects.requireNonNullElse(image.getSizeBytes(), Long.MAX_VALUE);
    }
}
