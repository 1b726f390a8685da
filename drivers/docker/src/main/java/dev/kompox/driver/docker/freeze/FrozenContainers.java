package dev.kompox.driver.docker.freeze;

import dev.kompox.driver.call.Time;
import dev.kompox.driver.docker.engine.ContainerInfo;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.JsonValue;
import dev.kompox.driver.docker.storage.Watchdog;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.Frozen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Containers that are frozen until this is closed or their watchdog thaws them. */
final class FrozenContainers implements Frozen {

    /** An engine that takes longer waits for something that is frozen. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Engine engine;
    private final Watchdog watchdog;
    private final List<ContainerInfo> containers;
    private final Time time;
    private final Instant since;
    private @Nullable Thawed thawed;

    FrozenContainers(Engine engine, Watchdog watchdog, List<ContainerInfo> containers, Time time) {
        this.engine = engine;
        this.watchdog = watchdog;
        this.containers = List.copyOf(containers);
        this.time = time;
        this.since = time.now();
    }

    @Override
    public List<String> names() {
        return containers.stream().map(ContainerInfo::name).toList();
    }

    @Override
    public synchronized Thawed thaw() {
        Thawed done = thawed;
        if (done == null) {
            // The watchdog ends by acting: while it watches, nobody was thawed by it.
            boolean unbroken = watchdog.watching();
            boolean answered = true;
            for (ContainerInfo container : containers) {
                try {
                    unbroken &= engine.unpause(container.id(), PATIENCE);
                } catch (DriverException e) {
                    answered = false;
                }
            }
            if (!answered) {
                watchdog.thaw();
                refuseFrozen();
            }
            watchdog.close();
            done = new Thawed(Duration.between(since, time.now()), unbroken);
            thawed = done;
        }
        return done;
    }

    private void refuseFrozen() {
        List<String> stuck = new ArrayList<>();
        for (ContainerInfo container : containers) {
            try {
                if (engine.container(container.id()).map(FrozenContainers::paused).orElse(false)) {
                    stuck.add(container.name());
                }
            } catch (DriverException e) {
                stuck.add(container.name());
            }
        }
        if (!stuck.isEmpty()) {
            throw stillFrozen(stuck);
        }
    }

    private static boolean paused(JsonValue container) {
        return container.get("State").get("Paused").flag();
    }

    private static DriverException stillFrozen(List<String> names) {
        return new DriverException(
                new Category.Transient(),
                "these containers may still be frozen: " + String.join(", ", names),
                "docker unpause " + String.join(" ", names));
    }

    @Override
    public void close() {
        try {
            thaw();
        } catch (DriverException e) {
            // without its heartbeat the watchdog thaws what is left
            watchdog.abandon();
        }
    }
}
