package dev.kompox.compose.model;

/**
 * Describe a volume.
 *
 * @param key its key
 * @param name the engine's name of it
 * @param external whether it is external
 */
public record Volume(String key, String name, boolean external) {}
