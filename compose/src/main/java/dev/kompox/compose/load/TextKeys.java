package dev.kompox.compose.load;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;

/** Refuse keys that are no text: a number, a boolean, nothing. */
final class TextKeys {

    private final Diagnostics diagnostics;

    TextKeys(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(Node node, Where where) {
        switch (node) {
            case ScalarNode scalar -> {}
            case SequenceNode list -> {
                for (int i = 0; i < list.items().size(); i++) {
                    check(list.items().get(i), where.item(i));
                }
            }
            case MappingNode mapping ->
                    mapping.entries()
                            .forEach((name, entry) -> {
                                key(entry.key(), where);
                                check(entry.value(), where.key(name));
                            });
        }
    }

    private void key(ScalarNode key, Where where) {
        if (!key.isString()) {
            diagnostics.error(
                    "bad-key",
                    where,
                    "the key " + key.written() + " is " + key.kind() + ", not a string",
                    key,
                    "write \"" + key.written() + "\"",
                    null);
        }
    }
}
