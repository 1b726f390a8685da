package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Service;
import dev.kompox.kubernetes.convert.Conversion.Role;
import java.time.Duration;
import java.util.List;

/**
 * How long the pod may take to stop. It is one time for all: Kubernetes stops the main containers
 * at once, then the sidecars one after another, the last one first
 * (https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#termination-with-sidecars).
 * What the earlier ones use up the later ones no longer have, so a database that others depend on
 * would be killed in the midst of its work if the time were only its own.
 */
final class Grace {

    private final List<Service> order;
    private final Roles roles;

    /**
     * Know who stops when.
     *
     * @param order the services in the order in which they start
     * @param roles when each runs
     */
    Grace(List<Service> order, Roles roles) {
        this.order = order;
        this.roles = roles;
    }

    /** Return the time of the pod, in seconds. */
    long whole() {
        Duration whole = mains();
        for (Service service : order) {
            whole = whole.plus(inTurn(service));
        }
        // with 0 a pod is taken for gone at once, while its containers may still write to a disk
        return seconds(whole);
    }

    /** Return by when it is a sidecar's turn, in seconds, if the others keep to their times. */
    long before(Service sidecar) {
        Duration before = mains();
        for (Service service : order.reversed()) {
            if (service.name().equals(sidecar.name())) {
                break;
            }
            before = before.plus(inTurn(service));
        }
        return seconds(before);
    }

    private Duration mains() {
        return order.stream()
                .filter(service -> roles.of(service) == Role.MAIN)
                .map(Service::stopGracePeriod)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private Duration inTurn(Service service) {
        return roles.of(service) == Role.SIDECAR ? service.stopGracePeriod() : Duration.ZERO;
    }

    private static long seconds(Duration duration) {
        return Math.max(1, duration.plusMillis(999).toSeconds());
    }
}
