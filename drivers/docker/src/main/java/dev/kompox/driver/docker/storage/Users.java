package dev.kompox.driver.docker.storage;

import dev.kompox.driver.docker.engine.ContainerInfo;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.MountInfo;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tell which containers mount a volume or a directory. */
public final class Users {

    private final Engine engine;

    /** Ask an engine. */
    public Users(Engine engine) {
        this.engine = engine;
    }

    /**
     * A container that mounts the thing.
     *
     * @param container the container
     * @param writable whether it may write there
     */
    public record User(ContainerInfo container, boolean writable) {}

    /**
     * List the containers that mount a volume, or a directory, its parents or its children; helpers
     * are left out.
     */
    public List<User> of(String nativeId) {
        return of(nativeId, engine.containers(Map.of()));
    }

    /** The same from a list that was read before. */
    public List<User> of(String nativeId, List<ContainerInfo> containers) {
        List<User> users = new ArrayList<>();
        for (ContainerInfo container : containers) {
            if (container.labels().containsKey(Tags.HELPER)) {
                continue;
            }
            List<MountInfo> mounts =
                    container.mounts().stream().filter(mount -> touches(mount, nativeId)).toList();
            if (!mounts.isEmpty()) {
                users.add(
                        new User(
                                engine.confirm(container),
                                mounts.stream().anyMatch(MountInfo::writable)));
            }
        }
        return users;
    }

    /** Fail if a container that is alive mounts the thing. */
    void refuseHeld(String nativeId, String what) {
        List<String> holders =
                of(nativeId).stream()
                        .filter(user -> user.container().alive())
                        .map(user -> "container " + user.container().name())
                        .sorted()
                        .toList();
        if (!holders.isEmpty()) {
            throw inUse(what, holders);
        }
    }

    /** Fail if a container that is running, and not frozen, may write to the thing. */
    void refuseWritten(String nativeId, String what) {
        List<String> writers =
                of(nativeId).stream()
                        .filter(user -> user.writable() && user.container().alive())
                        .filter(user -> !user.container().state().equals("paused"))
                        .map(user -> "container " + user.container().name())
                        .sorted()
                        .toList();
        if (!writers.isEmpty()) {
            throw inUse(what, writers);
        }
    }

    private static DriverException inUse(String what, List<String> holders) {
        String first = holders.getFirst();
        return new DriverException(
                new Category.InUse(holders),
                what + " is in use by " + String.join(", ", holders),
                "docker stop " + first.substring(first.indexOf(' ') + 1));
    }

    private static boolean touches(MountInfo mount, String nativeId) {
        if (!nativeId.startsWith("/")) {
            return mount.type().equals("volume") && mount.name().equals(nativeId);
        }
        String source = mount.source();
        return mount.type().equals("bind")
                && (source.equals(nativeId)
                        || nativeId.startsWith(source.endsWith("/") ? source : source + "/")
                        || source.startsWith(nativeId + "/"));
    }
}
