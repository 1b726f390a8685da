package dev.kompox.driver.runtime;

import java.util.List;

/**
 * Describe what of an app is there.
 *
 * @param instances all instances, by service in dependency order, then by name
 */
public record AppState(List<InstanceState> instances) {

    /** Copies the list. */
    public AppState {
        instances = List.copyOf(instances);
    }

    /** Return the instances of a service. */
    public List<InstanceState> of(String service) {
        return instances.stream().filter(i -> i.service().equals(service)).toList();
    }

    /** Tell whether any instance is alive. */
    public boolean anyAlive() {
        return instances.stream().anyMatch(InstanceState::alive);
    }
}
