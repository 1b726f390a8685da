package dev.kompox.manifest.read;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.kompox.manifest.kom.LabelCondition;
import dev.kompox.manifest.kom.NamespaceSelector;
import dev.kompox.manifest.kom.NetworkPolicy;
import dev.kompox.manifest.kom.PolicyPort;
import dev.kompox.manifest.kom.PolicyRule;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Read who may reach an app inside its cluster. */
final class NetworkPolicyReader {

    private NetworkPolicyReader() {}

    static NetworkPolicy read(Fields fields) {
        return new NetworkPolicy(
                fields.list("ingressRules", NetworkPolicyReader::rule, "from", "ports"));
    }

    private static @Nullable PolicyRule rule(Fields fields) {
        List<NamespaceSelector> from =
                fields.list("from", NetworkPolicyReader::peer, "namespaceSelector");
        List<PolicyPort> ports =
                fields.list("ports", NetworkPolicyReader::port, "protocol", "port");
        return fields.make(() -> new PolicyRule(from, ports));
    }

    private static @Nullable NamespaceSelector peer(Fields fields) {
        if (!fields.has("namespaceSelector")) {
            fields.missing("namespaceSelector");
            return null;
        }
        return selector(fields.fields("namespaceSelector", "matchLabels", "matchExpressions"));
    }

    private static @Nullable NamespaceSelector selector(Fields fields) {
        SequencedMap<String, String> labels = fields.textMap("matchLabels");
        List<LabelCondition> conditions =
                fields.list(
                        "matchExpressions",
                        NetworkPolicyReader::condition,
                        "key",
                        "operator",
                        "values");
        return fields.make(() -> new NamespaceSelector(labels, conditions));
    }

    private static @Nullable LabelCondition condition(Fields fields) {
        String key = fields.requiredText("key");
        LabelCondition.Operator operator =
                fields.required("operator", LabelCondition.Operator::parse);
        List<String> values = fields.texts("values");
        return fields.make(
                () -> new LabelCondition(requireNonNull(key), requireNonNull(operator), values));
    }

    private static @Nullable PolicyPort port(Fields fields) {
        PolicyPort.Protocol protocol = fields.parsed("protocol", PolicyPort.Protocol::parse);
        int port = fields.requiredNumber("port");
        return fields.make(
                () -> new PolicyPort(requireNonNullElse(protocol, PolicyPort.Protocol.TCP), port));
    }
}
