package dev.kompox.driver;

/**
 * A fact for people.
 *
 * @param name what it is about, e.g. {@code "engine"}
 * @param value what was found, e.g. {@code "27.3, overlay2 on ext4"}
 */
public record Fact(String name, String value) {}
