package dev.kompox.driver.docker.compose;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.docker.engine.ContainerInfo;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.driver.runtime.InstanceState.Health;
import dev.kompox.driver.runtime.InstanceState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Wait until containers are as well as they can say, and explain the one that is not. */
final class Readiness {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int LOG_LINES = 10;

    private final Engine engine;
    private final Instances instances;
    private final Set<String> told = new HashSet<>();

    Readiness(Engine engine) {
        this.engine = engine;
        this.instances = new Instances(engine);
    }

    /**
     * Wait for containers: running, and healthy where there is a check; or ended with code 0.
     *
     * @throws DriverException {@code Invalid} if one failed, with the last lines it wrote
     */
    void await(List<ContainerInfo> containers, Call call) {
        Instant begun = call.time().now();
        List<ContainerInfo> waiting = new ArrayList<>(containers);
        while (true) {
            waiting.removeIf(container -> settled(container, begun, call));
            if (waiting.isEmpty()) {
                return;
            }
            Duration waited = Duration.between(begun, call.time().now());
            if (call.expired() || waited.compareTo(LONGEST) > 0) {
                throw failure(waiting.getFirst(), "is not healthy after " + seconds(waited));
            }
            sleep(call);
        }
    }

    private boolean settled(ContainerInfo container, Instant begun, Call call) {
        Optional<InstanceState> seen = instances.observe(container);
        if (seen.isEmpty()) {
            throw failure(container, "was removed by somebody else");
        }
        InstanceState state = seen.get();
        if (state.phase() == Phase.EXITED || state.phase() == Phase.DEAD) {
            Integer code = state.exitCode();
            if (code != null && code == 0) {
                call.progress().note(state.service() + ": completed");
                return true;
            }
            throw failure(container, "ended with exit code " + code);
        }
        if (state.health() == Health.UNHEALTHY) {
            throw failure(container, "is unhealthy");
        }
        boolean well = state.phase() == Phase.RUNNING && state.health() != Health.STARTING;
        if (well && told.add(container.id())) {
            Duration took = Duration.between(begun, call.time().now());
            call.progress().note(state.service() + ": " + word(state, took));
        }
        return well;
    }

    private static String word(InstanceState state, Duration took) {
        if (state.health() != Health.HEALTHY) {
            return "running";
        }
        return took.compareTo(POLL) < 0 ? "healthy" : "healthy after " + seconds(took);
    }

    /** Make the failure of a container: what is wrong, and the last lines it wrote. */
    DriverException failure(ContainerInfo container, String what) {
        String service = Instances.service(container);
        StringBuilder sentence =
                new StringBuilder(
                        "service " + service + " " + what + " (" + container.name() + ")");
        String logs = engine.logs(container.id(), LOG_LINES).stripTrailing();
        if (!logs.isEmpty()) {
            sentence.append("; its last lines:\n");
            logs.lines().forEach(line -> sentence.append("  ").append(line).append('\n'));
        }
        return new DriverException(
                new Category.Invalid(),
                sentence.toString().stripTrailing(),
                "kompox logs " + service);
    }

    private static void sleep(Call call) {
        try {
            call.time().sleep(POLL);
        } catch (InterruptedException e) {
            throw DriverException.interrupted("waiting for health", e);
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
