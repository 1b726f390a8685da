package dev.kompox.driver.docker.storage;

import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.RawStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Start helper containers: no network, a read-only root, only the capabilities that keep owners and
 * attributes, nothing but what they work on. A helper lives as long as its maker writes to it.
 */
public final class Helpers {

    private static final List<String> CAPABILITIES =
            List.of(
                    "CHOWN",
                    "DAC_OVERRIDE",
                    "DAC_READ_SEARCH",
                    "FOWNER",
                    "FSETID",
                    "MKNOD",
                    "SETFCAP");

    private final Engine engine;
    private final HelperImage image;
    private final AtomicBoolean swept = new AtomicBoolean();

    /** Start helpers on an engine. */
    public Helpers(Engine engine, HelperImage image) {
        this.engine = engine;
        this.image = image;
    }

    /** Start a helper with some trees mounted. */
    HelperContainer start(List<HelperMount> mounts) {
        return start(mounts, List.of("/kompox/bin/hold"));
    }

    /** End the helpers that a dead process left on a volume. */
    void dismiss(String nativeId) {
        Removal.dismiss(engine, nativeId);
    }

    private HelperContainer start(List<HelperMount> mounts, List<String> command) {
        List<Object> mountsJson = new ArrayList<>();
        mounts.forEach(mount -> mountsJson.add(mount.json()));
        return new HelperContainer(engine, run(command, mountsJson, CAPABILITIES));
    }

    /**
     * Start a watchdog: a helper that sees the engine's socket and the kernel's control groups, and
     * runs a program of its own.
     *
     * @param socket the socket's path on the engine's machine
     */
    public Watchdog watchdog(String socket, List<String> command) {
        List<Object> mounts =
                List.of(bind(socket, "/engine.sock"), bind("/sys/fs/cgroup", "/cgroup"));
        return new Watchdog(engine, run(command, mounts, List.of("DAC_OVERRIDE")));
    }

    private static Map<String, Object> bind(String source, String target) {
        Map<String, Object> mount = new LinkedHashMap<>();
        mount.put("Type", "bind");
        mount.put("Source", source);
        mount.put("Target", target);
        return mount;
    }

    private Attached run(List<String> command, List<?> mounts, List<String> capabilities) {
        if (!swept.getAndSet(true)) {
            // what was made but not started by a process that died does not remove itself
            engine.pruneContainers(Tags.HELPER, "60s");
        }
        Map<String, Object> host = new LinkedHashMap<>();
        host.put("Mounts", mounts);
        host.put("NetworkMode", "none");
        host.put("ReadonlyRootfs", true);
        host.put("Tmpfs", Map.of("/tmp", "rw"));
        host.put("CapDrop", List.of("ALL"));
        host.put("CapAdd", capabilities);
        host.put("SecurityOpt", List.of("no-new-privileges", "label=disable"));
        host.put("UsernsMode", "host");
        host.put("AutoRemove", true);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("Image", image.ensure());
        body.put("Entrypoint", command);
        body.put("Cmd", List.of());
        body.put("User", "0:0");
        body.put("OpenStdin", true);
        body.put("StdinOnce", true);
        body.put("AttachStdin", true);
        body.put("AttachStdout", true);
        body.put("AttachStderr", true);
        body.put("Labels", Map.of(Tags.HELPER, "1"));
        body.put("HostConfig", host);
        String id = engine.createContainer(null, body);
        try {
            RawStream streams = engine.attach(id);
            engine.start(id);
            return new Attached(id, streams);
        } catch (RuntimeException e) {
            engine.removeContainer(id);
            throw e;
        }
    }

    /** A started container and the streams of its first process. */
    record Attached(String id, RawStream streams) {}
}
