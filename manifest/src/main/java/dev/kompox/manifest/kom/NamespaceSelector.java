package dev.kompox.manifest.kom;

import java.util.List;
import java.util.SequencedMap;

/**
 * Select namespaces by their labels; all conditions must hold.
 *
 * @param matchLabels labels and the values they must have
 * @param matchExpressions further conditions
 */
public record NamespaceSelector(
        SequencedMap<String, String> matchLabels, List<LabelCondition> matchExpressions) {

    /** Check that there is a condition: a selector without any selects every namespace. */
    public NamespaceSelector {
        if (matchLabels.isEmpty() && matchExpressions.isEmpty()) {
            throw new IllegalArgumentException(
                    "the selector is empty and would select every namespace");
        }
        matchLabels = Ordered.copy(matchLabels);
        matchExpressions = List.copyOf(matchExpressions);
    }
}
