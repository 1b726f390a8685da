package dev.kompox.compose.model;

import org.jspecify.annotations.Nullable;

/**
 * Publish one port of a service (Compose Specification, "ports").
 *
 * @param target the port inside the container
 * @param published the port or range on the host, or null for one that the engine picks
 * @param hostIp the host address to bind, or null for all
 * @param protocol {@code tcp} or {@code udp}
 * @param mode {@code ingress} or {@code host}
 */
public record Port(
        int target,
        @Nullable String published,
        @Nullable String hostIp,
        String protocol,
        String mode) {}
