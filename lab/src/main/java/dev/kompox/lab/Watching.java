package dev.kompox.lab;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.driver.runtime.InstanceState.Health;
import dev.kompox.driver.runtime.Workload;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Containers as callers see them. */
record Watching(LabWorld world) {

    AppState observe(Workload workload) {
        synchronized (world) {
            world.containers.catchUp(world.time.now());
            return new AppState(
                    world.containers.of(workload).stream().map(this::instance).toList());
        }
    }

    private InstanceState instance(Box box) {
        return new InstanceState(
                box.id,
                box.name,
                box.service.name(),
                box.phase,
                health(box),
                box.exitCode,
                box.startedAt,
                Objects.requireNonNullElse(box.service.image(), "built"),
                List.of());
    }

    private Health health(Box box) {
        var check = box.service.healthcheck();
        Instant startedAt = box.startedAt;
        if (check == null || check.disabled() || startedAt == null || !box.alive()) {
            return Health.NONE;
        }
        Instant healthyAt =
                startedAt.plus(world.containers.conduct(box.service.name()).healthyAfter());
        return world.time.now().isBefore(healthyAt) ? Health.STARTING : Health.HEALTHY;
    }

    /** Wait until containers run and are as healthy as their checks can say. */
    void awaitHealthy(List<Box> boxes, Call call) {
        for (Box box : boxes) {
            while (true) {
                Health health;
                synchronized (world) {
                    expectStarted(box);
                    health = health(box);
                }
                if (health != Health.STARTING) {
                    break;
                }
                String doing = "waiting for " + box.service.name() + " to be healthy";
                if (call.expired()) {
                    throw Refusal.late(doing);
                }
                call.progress().note(doing);
                Waiting.poll(doing, call);
            }
        }
    }

    private static void expectStarted(Box box) {
        Integer code = box.exitCode;
        if (code != null && code != 0) {
            throw new DriverException(
                    new Category.Invalid(),
                    "service "
                            + box.service.name()
                            + " failed with exit code "
                            + code
                            + ": "
                            + String.join("\n", box.lines),
                    "kompox logs " + box.service.name());
        }
    }
}
