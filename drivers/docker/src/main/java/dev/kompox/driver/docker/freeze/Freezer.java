package dev.kompox.driver.docker.freeze;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.docker.engine.ContainerInfo;
import dev.kompox.driver.docker.engine.Endpoint;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.storage.DockerDisks;
import dev.kompox.driver.docker.storage.Helpers;
import dev.kompox.driver.docker.storage.Users;
import dev.kompox.driver.docker.storage.Watchdog;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.Frozen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Freeze the containers of an app that may write to some disks, with a watchdog set before the
 * first of them is frozen.
 */
public final class Freezer {

    private static final String SOCKET = "/var/run/docker.sock";
    private static final String PROGRAM = "/kompox/bin/freeze-watchdog";

    private final Engine engine;
    private final DockerDisks disks;
    private final Helpers helpers;

    /** Freeze on an engine. */
    public Freezer(Engine engine, DockerDisks disks, Helpers helpers) {
        this.engine = engine;
        this.disks = disks;
        this.helpers = helpers;
    }

    /**
     * Freeze those of an app's containers that may write to one of the disks.
     *
     * @param containers the app's containers
     * @throws DriverException {@code InUse} if a container that is not the app's may write to one
     *     of the disks; {@code Invalid} if no watchdog can be set; nothing is frozen then
     */
    public Frozen freeze(
            List<ContainerInfo> containers, List<DiskRef> refs, Duration limit, Call call) {
        List<ContainerInfo> writers = writers(containers, refs);
        if (writers.isEmpty()) {
            return new NothingFrozen();
        }
        Watchdog watchdog = watchdog(writers, limit);
        List<ContainerInfo> frozen = new ArrayList<>();
        try {
            awaitWatching(watchdog, call);
            for (ContainerInfo writer : writers) {
                frozen.add(writer);
                engine.pause(writer.id());
            }
            return new FrozenContainers(engine, watchdog, frozen, call.time());
        } catch (DriverException e) {
            if (!frozen.isEmpty()) {
                watchdog.thaw();
            }
            watchdog.close();
            throw e;
        }
    }

    /** Of the app's containers those that run and may write; fail for foreign ones. */
    private List<ContainerInfo> writers(List<ContainerInfo> containers, List<DiskRef> refs) {
        List<ContainerInfo> all = engine.containers(Map.of());
        List<String> own = containers.stream().map(ContainerInfo::id).toList();
        Map<String, ContainerInfo> writers = new LinkedHashMap<>();
        for (DiskRef ref : refs) {
            List<String> foreign = new ArrayList<>();
            for (Users.User user : new Users(engine).of(nativeId(ref), all)) {
                ContainerInfo container = user.container();
                boolean writes = user.writable() && container.state().equals("running");
                if (container.state().equals("restarting") && user.writable()) {
                    throw restarting(container);
                }
                if (writes && own.contains(container.id())) {
                    writers.putIfAbsent(container.id(), container);
                } else if (writes) {
                    foreign.add("container " + container.name());
                }
            }
            refuse(ref, foreign);
        }
        return List.copyOf(writers.values());
    }

    private static void refuse(DiskRef ref, List<String> foreign) {
        if (!foreign.isEmpty()) {
            foreign.sort(null);
            throw new DriverException(
                    new Category.InUse(foreign),
                    "disk "
                            + ref
                            + " may be written to by "
                            + String.join(", ", foreign)
                            + ", which is not of this app",
                    "docker stop " + foreign.getFirst().substring("container ".length()));
        }
    }

    private static DriverException restarting(ContainerInfo container) {
        return new DriverException(
                new Category.InUse(List.of("container " + container.name())),
                "container " + container.name() + " restarts again and again; it cannot be frozen",
                "docker logs " + container.name());
    }

    private String nativeId(DiskRef ref) {
        return disks.find(ref)
                .map(Disk::nativeId)
                .orElseThrow(() ->
                        new DriverException(
                                new Category.NotFound(),
                                "there is no disk " + ref,
                                "kompox disk list"));
    }

    private Watchdog watchdog(List<ContainerInfo> writers, Duration limit) {
        List<String> command = new ArrayList<>(List.of(PROGRAM, seconds(limit)));
        writers.forEach(writer -> command.add(writer.id()));
        try {
            return helpers.watchdog(socket(), command);
        } catch (DriverException e) {
            if (e.category().retryable()) {
                throw e;
            }
            throw unguarded(e.sentence(), e);
        }
    }

    private static String seconds(Duration limit) {
        return String.valueOf(Math.max(1, limit.toSeconds()));
    }

    /** Wait until the watchdog has reached the engine, which it says by a line. */
    private static void awaitWatching(Watchdog watchdog, Call call) {
        if (!watchdog.ready(call)) {
            throw unguarded("the watchdog cannot reach the Docker Engine's socket", null);
        }
    }

    private static DriverException unguarded(String why, @Nullable Exception e) {
        return new DriverException(
                new Category.Invalid(),
                "nothing was frozen, for no watchdog could be set: " + why,
                "kompox snapshot create   (stopped instead of frozen)",
                null,
                e);
    }

    /** The socket's path on the engine's own machine. */
    private String socket() {
        return engine.endpoint() instanceof Endpoint.Unix(var path) ? path.toString() : SOCKET;
    }
}
