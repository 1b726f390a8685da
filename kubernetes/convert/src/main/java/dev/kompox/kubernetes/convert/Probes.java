package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Healthcheck;
import dev.kompox.kubernetes.convert.Conversion.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A health check as probes. The readiness probe is the check. The startup probe asks more often, so
 * that nobody waits longer than the service needs. There is no liveness probe: an engine does not
 * restart what is unhealthy either.
 */
final class Probes {

    // the engine's own: https://docs.docker.com/reference/dockerfile/#healthcheck
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int RETRIES = 3;
    private static final Duration SOON = Duration.ofSeconds(2);

    /** A container whose startup probe fails that long is started again, which no engine does. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Probes() {}

    /** Return the check's command, or null if it has none of its own. */
    private static @Nullable List<String> command(Healthcheck check) {
        if (check.disabled() || check.test().isEmpty()) {
            return null;
        }
        List<String> test = check.test();
        List<String> rest = test.subList(1, test.size());
        return switch (test.getFirst()) {
            case "CMD" -> rest.isEmpty() ? null : rest;
            case "CMD-SHELL" -> {
                List<String> shell = new ArrayList<>(List.of("/bin/sh", "-c"));
                shell.addAll(rest);
                yield shell;
            }
            default -> null;
        };
    }

    /** Put the probes of a check onto a container. */
    static void put(Body container, Healthcheck check, Role role, boolean awaitedHealthy) {
        List<String> command = Containers.escaped(command(check));
        if (command == null || role == Role.ONCE) {
            return;
        }
        Duration interval = orElse(check.interval(), INTERVAL);
        // an engine takes 0 for what is usual
        int retries = check.retries() == null || check.retries() == 0 ? RETRIES : check.retries();
        // on a sidecar it would keep back services that need no health
        if (role == Role.MAIN || awaitedHealthy) {
            Duration soon = interval.compareTo(SOON) < 0 ? interval : SOON;
            long period = seconds(orElse(check.startInterval(), soon));
            Duration own = orElse(check.startPeriod(), Duration.ZERO);
            long needed = seconds(own.plus(interval.multipliedBy(retries)));
            long longest = Math.max(needed, PATIENCE.toSeconds());
            container.with(
                    "startupProbe", probe(command, check, period, (longest + period - 1) / period));
        }
        container.with("readinessProbe", probe(command, check, seconds(interval), retries));
    }

    private static Body probe(List<String> command, Healthcheck check, long period, long failures) {
        return new Body()
                .with("exec", new Body().with("command", command))
                .with("periodSeconds", period)
                .with("timeoutSeconds", seconds(orElse(check.timeout(), TIMEOUT)))
                .with("failureThreshold", Math.max(1, failures));
    }

    private static Duration orElse(@Nullable Duration given, Duration otherwise) {
        return given == null || given.isZero() ? otherwise : given;
    }

    /** Kubernetes knows whole seconds, from one on. */
    private static long seconds(Duration duration) {
        return Math.max(1, duration.plusMillis(999).toSeconds());
    }
}
