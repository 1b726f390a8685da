package dev.kompox.driver.csi;

import org.jspecify.annotations.Nullable;

/**
 * How apps of a cluster are reached from outside.
 *
 * @param namespace where the controller runs ({@code ingressNamespace}), {@code traefik} otherwise
 * @param ingressClass its class ({@code ingressClass}); null for the cluster's default
 * @param domain below which apps get names ({@code domain}); null for none
 * @param certResolver who obtains certificates ({@code certResolver}); null for nobody
 */
public record IngressSettings(
        String namespace,
        @Nullable String ingressClass,
        @Nullable String domain,
        @Nullable String certResolver) {}
