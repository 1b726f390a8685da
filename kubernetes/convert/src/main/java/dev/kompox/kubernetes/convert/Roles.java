package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Dependency;
import dev.kompox.compose.model.DependencyOrder;
import dev.kompox.compose.model.Project;
import dev.kompox.compose.model.Service;
import dev.kompox.kubernetes.convert.Conversion.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When each service runs in the one pod. Kubernetes starts init containers in their order and waits
 * for each: for its end or, if it is a sidecar, for its start, and for its startup probe's success
 * if it has one (https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/).
 */
final class Roles {

    private final List<Service> order;
    private final Set<String> needed = new HashSet<>();
    private final Set<String> awaitedHealthy = new HashSet<>();
    private final Set<String> awaitedEnd = new HashSet<>();

    Roles(Project project) {
        this.order = DependencyOrder.of(project);
        for (Service service : order) {
            service.dependsOn()
                    .forEach((name, dependency) -> {
                        needed.add(name);
                        if (dependency.condition() == Dependency.Condition.SERVICE_HEALTHY) {
                            awaitedHealthy.add(name);
                        }
                        if (dependency.condition()
                                == Dependency.Condition.SERVICE_COMPLETED_SUCCESSFULLY) {
                            awaitedEnd.add(name);
                        }
                    });
        }
    }

    Role of(Service service) {
        if (awaitedEnd.contains(service.name())) {
            return Role.ONCE;
        }
        return needed.contains(service.name()) ? Role.SIDECAR : Role.MAIN;
    }

    /** Tell whether another service starts only when this one is healthy. */
    boolean awaitedHealthy(Service service) {
        return awaitedHealthy.contains(service.name());
    }

    /**
     * Return the services in the order in which they start, those that run as long as the pod last.
     */
    List<Service> inOrder() {
        List<Service> sorted = new ArrayList<>();
        order.stream().filter(one -> of(one) != Role.MAIN).forEach(sorted::add);
        order.stream().filter(one -> of(one) == Role.MAIN).forEach(sorted::add);
        return sorted;
    }
}
