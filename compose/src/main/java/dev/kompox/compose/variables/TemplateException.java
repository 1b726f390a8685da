package dev.kompox.compose.variables;

/** Say why a template cannot be filled in. */
public final class TemplateException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean required;

    TemplateException(String message, boolean required) {
        super(message, null, false, false);
        this.required = required;
    }

    /** Say whether a variable that must be set is not, rather than the template being wrong. */
    public boolean required() {
        return required;
    }

    /** Give the reason as one line without a full stop. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
