package dev.kompox.compose.model;

import dev.kompox.compose.yaml.MappingNode;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Hold a service, typed where this library's users need it (Compose Specification, "services").
 *
 * <p>{@link #toString()} leaves the environment out: it may hold secrets.
 *
 * @param name its key under {@code services}
 * @param image its image, or null when it is only built
 * @param hasBuild whether it has a {@code build} section
 * @param containerName the fixed container name, or null
 * @param command the command, split into words, or null for the image's
 * @param entrypoint the entrypoint, split into words, or null for the image's
 * @param environment its environment, env_file included; a null value means "unset"
 * @param ports its published ports
 * @param mounts what it mounts, in the order of the file; {@code tmpfs} entries come last
 * @param dependsOn the services it waits for, implied ones included
 * @param healthcheck its healthcheck, or null for the image's
 * @param stopGracePeriod how long it may take to stop before it is killed, 10 seconds by default
 * @param stopSignal the signal that stops it, or null for the image's
 * @param restart its restart policy as written, or null for {@code no}
 * @param replicas how many containers run, 1 by default
 * @param labels its labels
 * @param profiles its profiles; empty means always enabled
 * @param networks the keys of the networks it joins
 * @param node the canonical mapping, for everything else
 */
public record Service(
        String name,
        @Nullable String image,
        boolean hasBuild,
        @Nullable String containerName,
        @Nullable List<String> command,
        @Nullable List<String> entrypoint,
        SequencedMap<String, @Nullable String> environment,
        List<Port> ports,
        List<Mount> mounts,
        SequencedMap<String, Dependency> dependsOn,
        @Nullable Healthcheck healthcheck,
        Duration stopGracePeriod,
        @Nullable String stopSignal,
        @Nullable String restart,
        int replicas,
        SequencedMap<String, String> labels,
        List<String> profiles,
        List<String> networks,
        MappingNode node) {

    /** Copy the collections, keeping their order. */
    public Service {
        environment = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environment));
        ports = List.copyOf(ports);
        mounts = List.copyOf(mounts);
        dependsOn = Project.ordered(dependsOn);
        labels = Project.ordered(labels);
        profiles = List.copyOf(profiles);
        networks = List.copyOf(networks);
    }

    @Override
    public String toString() {
        return "Service[" + name + ", image=" + image + "]";
    }
}
