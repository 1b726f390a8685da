package dev.kompox.compose.model;

import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;

/**
 * Describe a Compose project as loaded.
 *
 * @param name the project's name
 * @param workingDirectory the project directory
 * @param files the Compose files read
 * @param envFiles the environment files read for interpolation
 * @param profiles the active profiles
 * @param services the enabled services by name
 * @param volumes the volumes by key
 */
public record Project(
        String name,
        Path workingDirectory,
        List<Path> files,
        List<Path> envFiles,
        List<String> profiles,
        SequencedMap<String, Service> services,
        SequencedMap<String, Volume> volumes) {}
