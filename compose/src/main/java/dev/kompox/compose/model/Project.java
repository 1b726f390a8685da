package dev.kompox.compose.model;

import dev.kompox.compose.yaml.MappingNode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Hold a Compose project as loaded: every file merged, every variable filled in, every short form
 * written out (Compose Specification, "The Compose application model").
 *
 * @param name the project's name, as {@code docker compose} would choose it
 * @param workingDirectory the absolute project directory
 * @param files the Compose files read, in order; standard input is {@code -}
 * @param envFiles the environment files read for interpolation, in order
 * @param profiles the active profiles
 * @param services the enabled services by name
 * @param disabledServices the services whose profiles are not active, by name
 * @param volumes the top-level volumes by key
 * @param networks the top-level networks by key, with the implied {@code default}
 * @param configs the top-level configs by key
 * @param secrets the top-level secrets by key
 * @param tree the whole canonical model, with every key that is not typed here
 */
public record Project(
        String name,
        Path workingDirectory,
        List<Path> files,
        List<Path> envFiles,
        List<String> profiles,
        SequencedMap<String, Service> services,
        SequencedMap<String, Service> disabledServices,
        SequencedMap<String, Volume> volumes,
        SequencedMap<String, Network> networks,
        SequencedMap<String, FileObject> configs,
        SequencedMap<String, FileObject> secrets,
        MappingNode tree) {

    /** Copy the collections, keeping their order. */
    public Project {
        files = List.copyOf(files);
        envFiles = List.copyOf(envFiles);
        profiles = List.copyOf(profiles);
        services = ordered(services);
        disabledServices = ordered(disabledServices);
        volumes = ordered(volumes);
        networks = ordered(networks);
        configs = ordered(configs);
        secrets = ordered(secrets);
    }

    /**
     * Return the image that a service runs; what is only built is named after project and service.
     */
    public String image(Service service) {
        return service.image() == null ? name + "-" + service.name() : service.image();
    }

    /** Return the images that the enabled services run, each once, in the order of the services. */
    public List<String> images() {
        return services.values().stream().map(this::image).distinct().toList();
    }

    static <V> SequencedMap<String, V> ordered(SequencedMap<String, V> map) {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }
}
