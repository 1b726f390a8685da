package dev.kompox.manifest.kom;

import java.util.List;

/**
 * Say who else may reach an app inside its cluster.
 *
 * @param ingressRules what is let in, besides what every app lets in
 */
public record NetworkPolicy(List<PolicyRule> ingressRules) {

    /** Nobody else. */
    public static final NetworkPolicy NONE = new NetworkPolicy(List.of());

    /** Copy the rules. */
    public NetworkPolicy {
        ingressRules = List.copyOf(ingressRules);
    }
}
