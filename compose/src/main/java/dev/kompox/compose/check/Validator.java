package dev.kompox.compose.check;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Nearest;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.merge.DistinctItems;
import dev.kompox.compose.schema.Accepts;
import dev.kompox.compose.schema.Key;
import dev.kompox.compose.schema.Shape;
import dev.kompox.compose.schema.Type;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.MappingNode.Entry;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import org.jspecify.annotations.Nullable;

/** Check a model against the table of keys and report everything that does not fit. */
public final class Validator {

    private final Diagnostics diagnostics;

    /** Report there. */
    public Validator(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Check a value and all below it. */
    public void check(Node node, Key key, Where where) {
        int kind = Accepts.kindOf(node);
        if ((kind & key.type().accepts()) == 0) {
            wrongType(node, key, where);
            return;
        }
        switch (node) {
            case ScalarNode scalar -> scalar(scalar, key.type(), where);
            case SequenceNode list -> list(list, key.type(), where);
            case MappingNode mapping -> mapping(mapping, key.type(), where);
        }
    }

    private void wrongType(Node node, Key key, Where where) {
        String expected = Accepts.describe(key.type().accepts());
        boolean date = Accepts.kindOf(node) == 0;
        boolean text = (key.type().accepts() & Accepts.STRING) != 0;
        diagnostics.error(
                "wrong-type",
                where,
                "must be " + expected + ", not " + node.kind(),
                node,
                "",
                date && text ? "Put it in quotes." : "Write " + expected + ".");
    }

    private void scalar(ScalarNode scalar, Type type, Where where) {
        if (scalar.isString()) {
            if (!type.allowed().isEmpty() && !type.allowed().contains(scalar.text())) {
                String allowed = String.join(", ", type.allowed());
                String near = Nearest.of(scalar.text(), type.allowed());
                String note = near == null ? "" : "did you mean \"" + near + "\"?";
                diagnostics.error(
                        "bad-value", where, "must be one of " + allowed, scalar, note, null);
            }
        } else if (scalar.isNumber()) {
            double value = Double.parseDouble(scalar.text().replaceFirst("Inf$", "Infinity"));
            if (value < type.least() || value > type.most()) {
                diagnostics.error("bad-value", where, "must be " + bounds(type), scalar);
            }
        }
    }

    private static String bounds(Type type) {
        String least = "at least " + (long) type.least();
        return type.most() == Double.POSITIVE_INFINITY
                ? least
                : least + " and at most " + (long) type.most();
    }

    private void list(SequenceNode list, Type type, Where where) {
        if (type.items() == null) {
            return;
        }
        for (int i = 0; i < list.items().size(); i++) {
            check(list.items().get(i), type.items(), where.item(i));
        }
        if (type.distinct()) {
            distinct(list, where);
        }
    }

    private void distinct(SequenceNode list, Where where) {
        DistinctItems earlier = new DistinctItems();
        for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            int same = earlier.add(item);
            if (same >= 0) {
                diagnostics.error(
                        "duplicate-item",
                        where.item(i),
                        "is the same as item " + same + ", remove one of them",
                        item);
            }
        }
    }

    private void mapping(MappingNode mapping, Type type, Where where) {
        if (type.shape() != null) {
            shape(mapping, type.shape(), where);
            return;
        }
        Key values = type.values();
        if (values == null) {
            return;
        }
        mapping.entries()
                .forEach((name, entry) -> {
                    if (type.names() && !isName(name)) {
                        badName(name, entry, where);
                    }
                    check(entry.value(), values, where.key(name));
                });
    }

    private void badName(String name, Entry entry, Where where) {
        diagnostics.error(
                "bad-name",
                where,
                "\"" + name + "\" may only hold letters, digits, \".\", \"_\" and \"-\"",
                entry.key());
    }

    private void shape(MappingNode mapping, Shape shape, Where where) {
        mapping.entries()
                .forEach((name, entry) -> {
                    Key known = shape.keys().get(name);
                    if (known != null) {
                        check(entry.value(), known, where.key(name));
                    } else if (shape.closed() && !isExtension(name, shape)) {
                        unknown(name, entry, shape, where);
                    }
                });
        for (String required : shape.required()) {
            if (!mapping.has(required)) {
                diagnostics.error(
                        "missing-key", where, "needs the key \"" + required + "\"", mapping);
            }
        }
    }

    private static boolean isExtension(String name, Shape shape) {
        return shape.extensions() && name.startsWith("x-");
    }

    private void unknown(String name, Entry entry, Shape shape, Where where) {
        if (diagnostics.isFull()) {
            return;
        }
        String near = Nearest.of(name, shape.keys().keySet());
        diagnostics.error(
                "unknown-key",
                where.key(name),
                "unknown key \"" + name + "\"",
                entry.key(),
                note(near, shape),
                near == null
                        ? "Remove the key, or begin it with x- to keep it as a note of your own."
                        : "Rename the key to \"" + near + "\", or remove it.");
    }

    private static String note(@Nullable String near, Shape shape) {
        Key key = near == null ? null : shape.keys().get(near);
        return key == null
                ? ""
                : "did you mean \"" + near + "\" (" + Accepts.describe(key.type().accepts()) + ")?";
    }

    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !(c >= '0' && c <= '9') && "._-".indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
