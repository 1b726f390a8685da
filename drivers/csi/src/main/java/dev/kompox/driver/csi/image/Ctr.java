package dev.kompox.driver.csi.image;

import java.util.ArrayList;
import java.util.List;

/** The command line that has a node's own {@code ctr} work on the images of its pods. */
final class Ctr {

    /** K3s and RKE2 have a containerd of their own at another place. */
    private static final String SCRIPT =
            """
            PATH=$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
            PATH=$PATH:/var/lib/rancher/rke2/bin
            socket=/run/containerd/containerd.sock
            [ ! -S /run/k3s/containerd/containerd.sock ] || socket=/run/k3s/containerd/containerd.sock
            if command -v ctr >/dev/null; then exec ctr --address "$socket" -n k8s.io "$@"; fi
            if command -v k3s >/dev/null; then exec k3s ctr --address "$socket" -n k8s.io "$@"; fi
            echo "the node has no program ctr" >&2
            exit 127
            """;

    private Ctr() {}

    static List<String> line(List<String> words) {
        List<String> line = new ArrayList<>(HostDirectories.chroot());
        line.addAll(List.of("/bin/sh", "-c", SCRIPT, "kompox"));
        line.addAll(words);
        return line;
    }
}
