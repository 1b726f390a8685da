package dev.kompox.driver.csi.image;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a node's programs and their libraries are: a pod with these can run them, whatever its
 * image.
 *
 * @param paths directories of the node
 */
record HostDirectories(List<String> paths) {

    private static final String ROOT = "/host";

    static HostDirectories of(Node node) {
        List<String> all = new ArrayList<>(List.of("/", "/usr", "/lib"));
        if ("amd64".equals(node.getStatus().getNodeInfo().getArchitecture())) {
            all.add("/lib64");
        }
        return new HostDirectories(all);
    }

    /** Return the words that have a program of the node see the node's files. */
    static List<String> chroot() {
        return List.of("/usr/sbin/chroot", ROOT);
    }

    List<Volume> volumes() {
        return paths.stream()
                .map(path ->
                        new VolumeBuilder()
                                .withName(name(path))
                                .withNewHostPath()
                                .withPath(path)
                                .endHostPath()
                                .build())
                .toList();
    }

    List<VolumeMount> mounts() {
        return paths.stream()
                .map(path ->
                        new VolumeMountBuilder()
                                .withName(name(path))
                                .withMountPath(path.equals("/") ? ROOT : path)
                                .withReadOnly(!path.equals("/"))
                                .build())
                .toList();
    }

    private static String name(String path) {
        return path.equals("/") ? "root" : path.substring(1);
    }
}
