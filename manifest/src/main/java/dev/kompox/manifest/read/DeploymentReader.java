package dev.kompox.manifest.read;

import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.SequenceNode;
import dev.kompox.manifest.kom.Deployment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Read where an app may run. */
final class DeploymentReader {

    private DeploymentReader() {}

    static @Nullable Deployment read(Fields fields) {
        List<String> pools = oneOrMany(fields, "pool", "pools");
        List<String> zones = oneOrMany(fields, "zone", "zones");
        if (!isEmpty(fields.value("selectors"))) {
            fields.error(
                    "reserved-key", "selectors", "is reserved for a later version", "Remove it.");
        }
        return fields.make(() -> new Deployment(pools, zones));
    }

    private static List<String> oneOrMany(Fields fields, String one, String many) {
        String single = fields.text(one);
        List<String> list = new ArrayList<>(fields.texts(many));
        fields.refuseTwice(many, one, list, each -> each);
        if (single != null && !list.isEmpty()) {
            fields.error(
                    "contradiction",
                    many,
                    "\"%s\" and \"%s\" cannot both be given".formatted(one, many),
                    "Remove one of them.");
        }
        if (single != null) {
            list.addFirst(single);
        }
        return list;
    }

    static boolean isEmpty(@Nullable Node value) {
        return value == null
                || (value instanceof MappingNode mapping && mapping.isEmpty())
                || (value instanceof SequenceNode list && list.items().isEmpty());
    }
}
