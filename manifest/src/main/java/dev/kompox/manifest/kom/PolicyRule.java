package dev.kompox.manifest.kom;

import java.util.List;

/**
 * Let some namespaces reach some ports.
 *
 * @param from the namespaces, at least one selector
 * @param ports the ports; empty for all
 */
public record PolicyRule(List<NamespaceSelector> from, List<PolicyPort> ports) {

    /** Check that it says who is let in: ports alone would let everybody in. */
    public PolicyRule {
        if (from.isEmpty()) {
            throw new IllegalArgumentException("the rule must say under \"from\" who is let in");
        }
        from = List.copyOf(from);
        ports = List.copyOf(ports);
    }
}
