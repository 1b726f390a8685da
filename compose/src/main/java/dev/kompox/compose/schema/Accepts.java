package dev.kompox.compose.schema;

import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.List;

/** Name the kinds of YAML value as bits, so that a type is a sum of kinds. */
public final class Accepts {
    /** A text. */
    public static final int STRING = 1;

    /** A whole number. */
    public static final int INTEGER = 2;

    /** A number with a fraction. */
    public static final int FRACTION = 4;

    /** Any number. */
    public static final int NUMBER = INTEGER | FRACTION;

    /** {@code true} or {@code false}. */
    public static final int BOOLEAN = 8;

    /** Nothing. */
    public static final int NULL = 16;

    /** A list. */
    public static final int LIST = 32;

    /** A mapping. */
    public static final int MAPPING = 64;

    /** Anything at all. */
    public static final int ANYTHING = 127;

    private Accepts() {}

    /** Give the bit of a value's kind, or 0 for a kind that Compose has no place for. */
    public static int kindOf(Node node) {
        return switch (node) {
            case MappingNode mapping -> MAPPING;
            case SequenceNode list -> LIST;
            case ScalarNode scalar -> kindOf(scalar);
        };
    }

    private static int kindOf(ScalarNode scalar) {
        if (scalar.isString()) {
            return STRING;
        }
        if (scalar.isInteger()) {
            return INTEGER;
        }
        if (scalar.isFloat()) {
            // JSON Schema, by which docker compose goes, calls 2.0 an integer
            return scalar.isWhole() ? INTEGER : FRACTION;
        }
        if (scalar.isBoolean()) {
            return BOOLEAN;
        }
        return scalar.isNull() ? NULL : 0;
    }

    /** Say in words what is accepted, such as {@code a string or a list}. */
    public static String describe(int accepts) {
        List<String> words = new ArrayList<>();
        add(words, accepts, STRING, "a string");
        if ((accepts & NUMBER) == INTEGER) {
            words.add("a whole number");
        } else {
            add(words, accepts, FRACTION, "a number");
        }
        add(words, accepts, BOOLEAN, "true or false");
        add(words, accepts, LIST, "a list");
        add(words, accepts, MAPPING, "a mapping");
        if (words.isEmpty()) {
            return "nothing";
        }
        String last = words.removeLast();
        return words.isEmpty() ? last : String.join(", ", words) + " or " + last;
    }

    private static void add(List<String> words, int accepts, int kind, String word) {
        if ((accepts & kind) != 0) {
            words.add(word);
        }
    }
}
