package dev.kompox.compose.variables;

import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * List the variables of a model that is not filled in, as {@code docker compose config --variables}
 * does. Where one is used several times, it is required if any place requires it, and has the first
 * default, by the order of the keys' characters (docker compose shows any of the places).
 */
public final class VariableUses {

    private static final int DEEPEST = 100;

    private final TreeMap<String, VariableUse> uses = new TreeMap<>();

    private VariableUses() {}

    /** Give each variable by its name, in order. */
    public static SequencedMap<String, VariableUse> of(MappingNode model) {
        VariableUses found = new VariableUses();
        found.look(model);
        return found.uses;
    }

    private void look(Node node) {
        switch (node) {
            case ScalarNode scalar -> {
                if (scalar.isString()) {
                    text(scalar.text(), 0);
                }
            }
            case SequenceNode list -> list.items().forEach(this::look);
            case MappingNode mapping ->
                    new TreeMap<>(mapping.entries()).values().forEach(entry -> look(entry.value()));
        }
    }

    private void text(String text, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (int dollar = text.indexOf('$'); dollar >= 0 && dollar + 1 < text.length(); ) {
            boolean braced = text.charAt(dollar + 1) == '{';
            int from = braced ? dollar + 2 : dollar + 1;
            int end = Template.nameEnd(text, from);
            int next = end;
            if (text.charAt(dollar + 1) == '$') {
                next = dollar + 2;
            } else if (end > from && !braced) {
                note(text.substring(from, end), "", depth);
            } else if (end > from) {
                int close = Template.close(text, dollar);
                if (close >= end) {
                    note(text.substring(from, end), text.substring(end, close), depth);
                    next = close + 1;
                }
            }
            dollar = text.indexOf('$', next);
        }
    }

    private void note(String name, String rest, int depth) {
        String operator =
                List.of(":-", ":+", ":?", "-", "+", "?").stream()
                        .filter(rest::startsWith)
                        .findFirst()
                        .orElse("");
        String word = rest.substring(operator.length());
        boolean defaults = operator.endsWith("-");
        boolean alternates = operator.endsWith("+");
        VariableUse use =
                new VariableUse(
                        name, defaults ? word : "", alternates ? word : "", operator.endsWith("?"));
        uses.merge(name, use, VariableUse::and);
        if (defaults || alternates) {
            text(word, depth + 1);
        }
    }
}
