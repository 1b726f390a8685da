package dev.kompox.kubernetes.convert;

import java.util.List;
import java.util.Map;

/**
 * Lets a sidecar's hook wait until it is the sidecar's turn to end.
 *
 * <p>Kubernetes runs the hooks of all containers as soon as a pod stops, and only then makes
 * sidecars wait for what depends on them
 * (https://github.com/kubernetes/kubernetes/blob/v1.34.4/pkg/kubelet/kuberuntime/kuberuntime_container.go#L849).
 * A database would get its signal while its clients still work. So a container that does nothing
 * starts just after the sidecar and is therefore stopped just before it; a file is there as long as
 * it runs.
 *
 * <p>What ignores SIGTERM would use up all the time of the pod, since a cluster knows no time of a
 * container. So the hook waits no longer than an engine would, and the sidecar has its own time.
 *
 * @param volume the pod's volume with that file, which both mount
 * @param seconds after how long it is the sidecar's turn in any case
 */
record Turn(String volume, long seconds) {

    /** How the container's name ends, after the sidecar's. */
    static final String SUFFIX = "--turn";

    private static final String DIRECTORY = "/.kompox-turn";
    private static final String FILE = DIRECTORY + "/later";

    /**
     * Return the part of the hook that waits. Without the file nobody depends on the sidecar yet.
     */
    String await() {
        return "end=$(($(date +%s) + "
                + seconds
                + ")); while [ -e "
                + FILE
                + " ] && [ $(date +%s) -lt $end ]; do sleep 0.1; done";
    }

    Map<String, Object> mount() {
        return new Body().with("name", volume).with("mountPath", DIRECTORY).map();
    }

    /** Return the container, of the sidecar's own image and rights. */
    Body container(Body sidecar) {
        // whichever of these the image says that it is stopped by
        String stop = "trap 'rm -f " + FILE + "; exit 0' TERM INT QUIT HUP USR1 USR2 WINCH";
        String rest = "while :; do sleep 86400 & wait $!; done";
        return new Body()
                .with("name", sidecar.map().get("name") + SUFFIX)
                .with("image", sidecar.map().get("image"))
                .with("imagePullPolicy", sidecar.map().get("imagePullPolicy"))
                .with("restartPolicy", "Always")
                .with("command", List.of("/bin/sh", "-c", stop + "; : >" + FILE + "; " + rest))
                .with("volumeMounts", List.of(mount()))
                .with("securityContext", sidecar.map().get("securityContext"));
    }
}
