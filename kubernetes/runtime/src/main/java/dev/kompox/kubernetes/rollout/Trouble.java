package dev.kompox.kubernetes.rollout;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what will not get better by waiting, and says it with the cluster's own words and the
 * last lines of the container concerned.
 */
final class Trouble {

    /** Waiting never mends these. */
    private static final Set<String> HOPELESS = Set.of("ErrImageNeverPull", "InvalidImageName");

    /**
     * These mend themselves now and then: a registry that is slow, a node that is tidying up, or
     * has not yet been told of a Secret that was made just now.
     */
    private static final Set<String> DOUBTFUL =
            Set.of(
                    "ErrImagePull",
                    "ImagePullBackOff",
                    "CreateContainerError",
                    "CreateContainerConfigError",
                    "RunContainerError");

    private static final Set<String> PULL =
            Set.of("ErrImageNeverPull", "InvalidImageName", "ErrImagePull", "ImagePullBackOff");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration FOR_A_PLACE = Duration.ofSeconds(60);
    private static final Duration FOR_A_NEW_NODE = Duration.ofMinutes(10);
    private static final int CRASHES = 4;
    private static final int LINES = 10;

    private final Pods pods;
    private final Component component;
    private final String kubectl;

    Trouble(Pods pods) {
        this.pods = pods;
        this.component = pods.component();
        this.kubectl =
                "kubectl --context " + pods.cluster().context() + " -n " + component.namespace();
    }

    /** Fail if the deployment cannot even make its pod, e.g. because a quota forbids it. */
    void refuse(Deployment deployment) {
        for (DeploymentCondition one :
                Objects.requireNonNullElse(
                        deployment.getStatus().getConditions(), List.<DeploymentCondition>of())) {
            if ("ReplicaFailure".equals(one.getType()) && "True".equals(one.getStatus())) {
                throw new DriverException(
                        new Category.Invalid(),
                        "the cluster refuses the pod of "
                                + component.deployment()
                                + ": "
                                + one.getMessage(),
                        kubectl + " describe replicaset");
            }
        }
    }

    /**
     * Fail if a pod will not become ready.
     *
     * @param waited how long it has been there
     * @param growing whether the cluster says that it adds a node for it
     */
    void refuse(Pod pod, Duration waited, boolean growing) {
        placeless(pod, waited, growing);
        for (ContainerStatus status : Pods.statuses(pod)) {
            ContainerStateWaiting waiting =
                    status.getState() == null ? null : status.getState().getWaiting();
            String reason =
                    waiting == null ? "" : Objects.requireNonNullElse(waiting.getReason(), "");
            boolean late = DOUBTFUL.contains(reason) && waited.compareTo(PATIENCE) > 0;
            if (waiting != null && (HOPELESS.contains(reason) || late)) {
                throw waitingFor(status, reason, waiting.getMessage());
            }
            failed(status)
                    .ifPresent(ended -> {
                        throw ended(pod, status, ended);
                    });
        }
    }

    private void placeless(Pod pod, Duration waited, boolean growing) {
        for (PodCondition one :
                Objects.requireNonNullElse(
                        pod.getStatus().getConditions(), List.<PodCondition>of())) {
            boolean nowhere =
                    "PodScheduled".equals(one.getType()) && "Unschedulable".equals(one.getReason());
            if (nowhere && waited.compareTo(growing ? FOR_A_NEW_NODE : FOR_A_PLACE) > 0) {
                throw new DriverException(
                        new Category.Quota("room for the pod on the cluster's nodes", null, null),
                        "no node takes the pod of "
                                + component.deployment()
                                + ": "
                                + one.getMessage(),
                        kubectl + " describe pod " + pod.getMetadata().getName());
            }
        }
    }

    private DriverException waitingFor(
            ContainerStatus status, String reason, @Nullable String message) {
        boolean pull = PULL.contains(reason);
        String service = component.label(status.getName());
        return new DriverException(
                new Category.Invalid(),
                "service "
                        + service
                        + (pull
                                ? " has an image that the cluster cannot fetch, "
                                        + status.getImage()
                                : " cannot start")
                        + ": "
                        + reason
                        + (message == null || message.isBlank() ? "" : ": " + message.strip()),
                pull
                        ? "Push the image to a registry that the cluster reads, and name it so in the"
                                + " Compose file; or load it onto the nodes"
                        : kubectl + " describe pods");
    }

    /** Return how a container ended, if that is not to be waited out. */
    private Optional<ContainerStateTerminated> failed(ContainerStatus status) {
        Component.Member member = component.members().get(status.getName());
        ContainerStateTerminated now =
                status.getState() == null ? null : status.getState().getTerminated();
        ContainerStateTerminated before =
                status.getLastState() == null ? null : status.getLastState().getTerminated();
        ContainerStateTerminated ended = now == null ? before : now;
        if (ended == null || ended.getExitCode() == null || ended.getExitCode() == 0) {
            return Optional.empty();
        }
        boolean patient = member != null && member.patient() && !member.once();
        int crashes =
                Objects.requireNonNullElse(status.getRestartCount(), 0) + (now == null ? 0 : 1);
        return patient && crashes < CRASHES ? Optional.empty() : Optional.of(ended);
    }

    private DriverException ended(Pod pod, ContainerStatus status, ContainerStateTerminated ended) {
        String service = component.label(status.getName());
        String reason = Objects.requireNonNullElse(ended.getReason(), "");
        StringBuilder sentence =
                new StringBuilder(
                        "service "
                                + service
                                + (reason.equals("OOMKilled")
                                        ? " was killed: it used more memory than its limit"
                                        : " ended with exit code " + ended.getExitCode()));
        if (ended.getMessage() != null && !ended.getMessage().isBlank()) {
            sentence.append(": ").append(ended.getMessage().strip());
        }
        lines(sentence, pod, status.getName());
        return new DriverException(
                new Category.Invalid(),
                sentence.toString(),
                reason.equals("OOMKilled")
                        ? "Raise services." + service + ".deploy.resources.limits.memory"
                        : "kompox logs " + service);
    }

    private void lines(StringBuilder sentence, Pod pod, String container) {
        List<String> said = pods.lastLines(pod, container, LINES);
        if (!said.isEmpty()) {
            sentence.append("; its last lines:");
            said.forEach(line -> sentence.append("\n  ").append(line));
        }
    }

    /** Say what is not ready when the time is over. */
    DriverException late(@Nullable Pod pod, Duration waited, String lastWarning) {
        StringBuilder sentence = new StringBuilder();
        if (pod == null) {
            sentence.append("there is no pod of ").append(component.deployment());
        } else {
            List<ContainerStatus> waiting =
                    Pods.statuses(pod).stream().filter(one -> !well(one)).toList();
            sentence.append(
                    waiting.isEmpty()
                            ? "the pod of " + component.deployment() + " is not ready"
                            : "service "
                                    + component.label(waiting.getFirst().getName())
                                    + " is not "
                                    + (Pods.running(waiting.getFirst()) ? "healthy" : "running"));
            sentence.append(" after ").append(waited.toSeconds()).append(" s");
            if (!lastWarning.isEmpty()) {
                sentence.append("; the cluster says: ").append(lastWarning);
            }
            waiting.stream()
                    .filter(Pods::running)
                    .findFirst()
                    .ifPresent(one -> lines(sentence, pod, one.getName()));
        }
        return new DriverException(
                new Category.Transient(), sentence.toString(), kubectl + " describe pods");
    }

    private boolean well(ContainerStatus status) {
        Component.Member member = component.members().get(status.getName());
        boolean done =
                member != null
                        && member.once()
                        && status.getState().getTerminated() != null
                        && status.getState().getTerminated().getExitCode() == 0;
        return done || Boolean.TRUE.equals(status.getReady());
    }
}
