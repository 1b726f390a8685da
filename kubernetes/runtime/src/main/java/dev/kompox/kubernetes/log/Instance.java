package dev.kompox.kubernetes.log;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A container of a pod, and which of its runs there are.
 *
 * @param uid the pod's id: a pod that is made again has the same name and another id
 * @param pod the pod's name
 * @param container the container's name
 * @param label the name shown
 * @param current the run whose log is given by default; null if it never ran
 * @param ended whether that run has ended
 * @param previous the run before, if its log is still kept; null if none is
 */
record Instance(
        String uid,
        String pod,
        String container,
        String label,
        @Nullable String current,
        boolean ended,
        @Nullable String previous) {

    /** Which container it is, whatever runs there are. */
    record Key(String uid, String container) {}

    Key key() {
        return new Key(uid, container);
    }

    /** List the containers of a pod that have names shown, in the order of these. */
    static List<Instance> of(Pod pod, Map<String, String> labels) {
        List<Instance> instances = new ArrayList<>();
        labels.forEach((container, label) ->
                statuses(pod)
                        .filter(status -> container.equals(status.getName()))
                        .map(status -> of(pod, status, label))
                        .forEach(instances::add));
        return instances;
    }

    private static Stream<ContainerStatus> statuses(Pod pod) {
        return pod.getStatus() == null
                ? Stream.empty()
                : Stream.concat(
                        pod.getStatus().getInitContainerStatuses().stream(),
                        pod.getStatus().getContainerStatuses().stream());
    }

    private static Instance of(Pod pod, ContainerStatus status, String label) {
        String last = run(status.getLastState());
        ContainerState state = status.getState();
        boolean running = state != null && state.getRunning() != null;
        String current = running ? status.getContainerID() : run(state);
        // of a container that is between two runs, the log of the last one is given
        boolean between = current == null;
        return new Instance(
                pod.getMetadata().getUid(),
                pod.getMetadata().getName(),
                status.getName(),
                label,
                between ? last : current,
                !running,
                between ? null : last);
    }

    /** Return the run that a state tells the end of. */
    private static @Nullable String run(@Nullable ContainerState state) {
        ContainerStateTerminated end = state == null ? null : state.getTerminated();
        String id = end == null ? null : end.getContainerID();
        return id == null || id.isEmpty() ? null : id;
    }
}
