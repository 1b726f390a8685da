package dev.kompox.compose.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;

/**
 * Put services in the order in which they start: what others wait for comes first (Compose
 * Specification, "depends_on").
 */
public final class DependencyOrder {

    private DependencyOrder() {}

    /**
     * Sort the enabled services so that each comes after all it depends on; services that do not
     * wait for each other come in alphabetical order. Reverse it to stop.
     *
     * @throws IllegalArgumentException when services wait for each other in a circle, which a
     *     loaded project never does
     */
    public static List<Service> of(Project project) {
        SequencedSet<String> done = new LinkedHashSet<>();
        TreeSet<String> waiting = new TreeSet<>(project.services().keySet());
        while (!waiting.isEmpty()) {
            String next = next(project, waiting);
            waiting.remove(next);
            done.add(next);
        }
        List<Service> ordered = new ArrayList<>();
        for (String name : done) {
            Service service = project.services().get(name);
            if (service != null) {
                ordered.add(service);
            }
        }
        return List.copyOf(ordered);
    }

    private static String next(Project project, SequencedSet<String> waiting) {
        for (String name : waiting) {
            Service service = project.services().get(name);
            if (service != null
                    && service.dependsOn().keySet().stream().noneMatch(waiting::contains)) {
                return name;
            }
        }
        throw new IllegalArgumentException("services wait for each other: " + waiting);
    }
}
