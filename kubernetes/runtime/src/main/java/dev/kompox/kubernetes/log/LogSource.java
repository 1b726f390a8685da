package dev.kompox.kubernetes.log;

import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.socket.PodSocket;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the containers of a request and opens their logs. */
final class LogSource {

    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final ClusterConnection cluster;
    private final LogRequest request;

    LogSource(ClusterConnection cluster, LogRequest request) {
        this.cluster = cluster;
        this.request = request;
    }

    /** Which part of a log. */
    enum Part {
        /** What there is. */
        PAST,
        /** What there is of the run before. */
        PREVIOUS,
        /** What there is and comes, until the container ends. */
        ON
    }

    /** List the containers, those of the oldest pod first. */
    List<Instance> instances() {
        List<Pod> pods =
                cluster.ask(
                        "reading the pods of " + request.namespace(),
                        () ->
                                cluster.client()
                                        .pods()
                                        .inNamespace(request.namespace())
                                        .withLabelSelector(request.selector())
                                        .list()
                                        .getItems());
        return pods.stream()
                .sorted(
                        Comparator.comparing((Pod pod) -> pod.getMetadata().getCreationTimestamp())
                                .thenComparing(pod -> pod.getMetadata().getName()))
                .flatMap(pod -> Instance.of(pod, request.containers()).stream())
                .toList();
    }

    /**
     * Open a log.
     *
     * @param tail how many lines at most; null for all
     */
    LogReader open(Instance instance, Part part, @Nullable Instant since, @Nullable Integer tail) {
        StringBuilder path = new StringBuilder(PodSocket.path(request.namespace(), instance.pod()));
        path.append("log?timestamps=true&container=");
        path.append(PodSocket.encode(instance.container()));
        switch (part) {
            case PAST -> {}
            case PREVIOUS -> path.append("&previous=true");
            case ON -> path.append("&follow=true");
        }
        if (since != null) {
            path.append("&sinceTime=").append(PodSocket.encode(since.toString()));
        }
        if (tail != null) {
            path.append("&tailLines=").append(tail);
        }
        // a container that says nothing lets the answer of ON wait
        Duration within = part == Part.ON ? null : ANSWER;
        return new LogReader(cluster.read(doing(instance), path.toString(), within));
    }

    /** Return what is being done when a log is read, to follow "while". */
    static String doing(Instance instance) {
        return "reading the log of " + instance.container() + " in pod " + instance.pod();
    }
}
