package dev.kompox.driver.runtime;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describe one running or stopped instance of a service: a container, a pod's container.
 *
 * @param id the provider's id
 * @param name the name for people
 * @param service the service it is an instance of
 * @param phase what it is doing
 * @param health what its health check says
 * @param exitCode the code it ended with; null while it runs or if it never ran
 * @param startedAt when it last started; null if it never did
 * @param image the image it runs, as written
 * @param ports published ports for people, e.g. {@code 127.0.0.1:8080->80/tcp}
 */
public record InstanceState(
        String id,
        String name,
        String service,
        Phase phase,
        Health health,
        @Nullable Integer exitCode,
        @Nullable Instant startedAt,
        String image,
        List<String> ports) {

    /** What an instance is doing. */
    public enum Phase {
        /** Made, never started. */
        CREATED,
        /** Running. */
        RUNNING,
        /** Frozen in place. */
        PAUSED,
        /** Between two runs. */
        RESTARTING,
        /** Ended. */
        EXITED,
        /** Being removed. */
        REMOVING,
        /** Neither running nor startable. */
        DEAD
    }

    /** What a health check says. */
    public enum Health {
        /** There is no check. */
        NONE,
        /** The check has not passed yet. */
        STARTING,
        /** The check passes. */
        HEALTHY,
        /** The check fails. */
        UNHEALTHY
    }

    /** Copies the ports. */
    public InstanceState {
        ports = List.copyOf(ports);
    }

    /** Tell whether its processes exist, frozen or not. */
    public boolean alive() {
        return phase == Phase.RUNNING || phase == Phase.PAUSED || phase == Phase.RESTARTING;
    }
}
