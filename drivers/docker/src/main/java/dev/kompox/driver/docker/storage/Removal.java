package dev.kompox.driver.docker.storage;

import dev.kompox.driver.docker.engine.ContainerInfo;
import dev.kompox.driver.docker.engine.Engine;
import java.util.List;
import java.util.Map;

/**
 * Remove volumes. A helper whose maker has just died may still hold one for a moment; only one
 * process works on an app at a time, so whatever helper is found there has no maker any more.
 */
final class Removal {

    private Removal() {}

    /** Remove a volume for good; one that is absent is no error. */
    static void remove(Engine engine, String volume) {
        dismiss(engine, volume);
        engine.removeVolume(volume);
    }

    /** End the helpers that a dead process left on a volume. */
    static void dismiss(Engine engine, String volume) {
        if (volume.startsWith("/")) {
            return;
        }
        Map<String, List<String>> filter =
                Map.of("label", List.of(Tags.HELPER), "volume", List.of(volume));
        for (ContainerInfo helper : engine.containers(filter)) {
            boolean mounts =
                    helper.mounts().stream().anyMatch(mount -> mount.name().equals(volume));
            if (mounts) {
                engine.removeContainer(helper.id());
            }
        }
    }
}
