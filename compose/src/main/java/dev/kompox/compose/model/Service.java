package dev.kompox.compose.model;

import java.util.List;

/**
 * Describe a service.
 *
 * @param name its name
 * @param mounts what it mounts
 */
public record Service(String name, List<Mount> mounts) {}
