package dev.kompox.compose.load;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.merge.Doubles;
import dev.kompox.compose.merge.Merger;
import dev.kompox.compose.schema.ComposeSchema;
import dev.kompox.compose.schema.ServiceKeys;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.Rewrite;
import dev.kompox.compose.yaml.SequenceNode;

/**
 * Complete the containers of {@code pre_start} with what the service itself says, but for its
 * mounts, which they share while they run (as docker compose 5.6 does).
 */
final class Beginnings {

    private static final String KEY = "pre_start";

    private final Diagnostics diagnostics;

    Beginnings(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    MappingNode complete(String name, MappingNode service) {
        if (!(service.get(KEY) instanceof SequenceNode steps) || steps.items().isEmpty()) {
            return service;
        }
        MappingNode common =
                Rewrite.entries(
                        service.without("volumes"),
                        (key, value) -> ServiceKeys.OF_A_CONTAINER.contains(key) ? value : null);
        Where where = Where.ROOT.key("services").key(name).key(KEY);
        return service.with(
                KEY, Rewrite.items(steps, (i, step) -> complete(step, common, where.item(i))));
    }

    private Node complete(Node step, MappingNode common, Where where) {
        Node merged = new Merger(diagnostics).merge(common, step, ComposeSchema.service(), where);
        return new Doubles(diagnostics).remove(merged, ComposeSchema.service(), where);
    }
}
