package dev.kompox.compose.variables;

/**
 * Say how a model uses a variable.
 *
 * @param name the variable
 * @param defaultValue what stands for it when it is not set, not filled in; empty without one
 * @param alternateValue what stands for it when it is set, not filled in; empty without one
 * @param required whether loading fails when it is not set
 */
public record VariableUse(
        String name, String defaultValue, String alternateValue, boolean required) {

    /** What two places say together. */
    VariableUse and(VariableUse other) {
        return new VariableUse(
                name,
                defaultValue.isEmpty() ? other.defaultValue : defaultValue,
                alternateValue.isEmpty() ? other.alternateValue : alternateValue,
                required || other.required);
    }
}
