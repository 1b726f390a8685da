package dev.kompox.compose.load;

import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Take plain values out of bound nodes. */
final class Values {

    private Values() {}

    static boolean flag(MappingNode node, String key) {
        return node.get(key) instanceof ScalarNode scalar && scalar.text().equals("true");
    }

    static String text(MappingNode node, String key, String otherwise) {
        return node.get(key) instanceof ScalarNode scalar && !scalar.isNull()
                ? scalar.text()
                : otherwise;
    }

    /** Give a whole number; one beyond an int is the greatest or the least int. */
    static int count(String digits) {
        return new BigInteger(digits)
                .max(BigInteger.valueOf(Integer.MIN_VALUE))
                .min(BigInteger.valueOf(Integer.MAX_VALUE))
                .intValue();
    }

    static List<String> list(@Nullable Node node) {
        List<String> texts = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            for (Node item : list.items()) {
                if (item instanceof ScalarNode scalar) {
                    texts.add(scalar.text());
                }
            }
        }
        return texts;
    }

    static SequencedMap<String, String> texts(@Nullable Node node) {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            mapping.entries()
                    .forEach((key, entry) -> {
                        if (entry.value() instanceof ScalarNode scalar) {
                            texts.put(key, scalar.text());
                        }
                    });
        }
        return texts;
    }

    static List<MappingNode> mappings(@Nullable Node node) {
        List<MappingNode> mappings = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            for (Node item : list.items()) {
                if (item instanceof MappingNode mapping) {
                    mappings.add(mapping);
                }
            }
        }
        return mappings;
    }
}
