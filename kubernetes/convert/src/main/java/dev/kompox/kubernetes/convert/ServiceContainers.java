package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Project;
import dev.kompox.compose.model.Service;
import dev.kompox.kubernetes.convert.Conversion.ServiceContainer;
import java.util.List;

/** The containers of a project's services, known without converting all of it. */
public final class ServiceContainers {

    private ServiceContainers() {}

    /** Return them in the order in which they start. */
    public static List<ServiceContainer> of(Project project) {
        Roles roles = new Roles(project);
        List<Service> order = roles.inOrder();
        ContainerNames names = new ContainerNames(order);
        return order.stream()
                .map(one -> new ServiceContainer(one.name(), names.of(one), roles.of(one)))
                .toList();
    }

    /** Tell whether a container is none of a service, but serves the order of the pod. */
    public static boolean auxiliary(String container) {
        return container.endsWith(Turn.SUFFIX);
    }
}
