package dev.kompox.driver.runtime;

import java.util.List;

/**
 * Say how an app should be started.
 *
 * @param services only these and what they depend on; empty means all
 * @param build whether images with a build section are built first
 * @param recreate whether instances are made again though nothing changed
 * @param removeOrphans whether instances of services that are no longer in the project are removed
 */
public record StartRequest(
        List<String> services, boolean build, boolean recreate, boolean removeOrphans) {

    /** Everything, nothing built or made again without need. */
    public static final StartRequest ALL = new StartRequest(List.of(), false, false, false);

    /** Copies the list. */
    public StartRequest {
        services = List.copyOf(services);
    }
}
