package dev.kompox.manifest.kom;

import java.util.List;

/**
 * Demand something of a label.
 *
 * @param key the label
 * @param operator what is demanded
 * @param values what it is compared with; empty for {@code Exists} and {@code DoesNotExist}
 */
public record LabelCondition(String key, Operator operator, List<String> values) {

    /** Say what is demanded of a label. */
    public enum Operator {
        /** Its value is one of those given. */
        IN("In", true),
        /** Its value is none of those given, or it is not there. */
        NOT_IN("NotIn", true),
        /** It is there. */
        EXISTS("Exists", false),
        /** It is not there. */
        DOES_NOT_EXIST("DoesNotExist", false);

        private final String text;
        private final boolean comparing;

        Operator(String text, boolean comparing) {
            this.text = text;
            this.comparing = comparing;
        }

        /** Give the operator as documents write it. */
        public String text() {
            return text;
        }

        /**
         * Read an operator.
         *
         * @throws IllegalArgumentException with a sentence for people when there is none
         */
        public static Operator parse(String text) {
            return Words.find("operator", text, values(), Operator::text);
        }
    }

    /** Check that values fit the operator. */
    public LabelCondition {
        if (key.isBlank()) {
            throw new IllegalArgumentException("the key of a label is empty");
        }
        if (operator.comparing == values.isEmpty()) {
            throw new IllegalArgumentException(
                    "operator \"%s\" %s"
                            .formatted(
                                    operator.text,
                                    operator.comparing ? "needs values" : "takes no values"));
        }
        values = List.copyOf(values);
    }
}
