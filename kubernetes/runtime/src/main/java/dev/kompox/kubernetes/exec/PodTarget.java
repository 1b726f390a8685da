package dev.kompox.kubernetes.exec;

/**
 * Name a container.
 *
 * @param namespace the pod's namespace
 * @param pod the pod's name
 * @param container the container's name in the pod
 */
public record PodTarget(String namespace, String pod, String container) {

    /** Return {@code pod/NAME, container NAME}, the form shown to people. */
    @Override
    public String toString() {
        return "pod " + pod + ", container " + container;
    }
}
