package dev.kompox.compose.variables;

/** Say why an environment file cannot be read, without quoting a value. */
public final class DotenvException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    DotenvException(int line, String message) {
        super(message, null, false, false);
        this.line = line;
    }

    /** Give the line, counted from 1. */
    public int line() {
        return line;
    }

    /** Give the reason as one line without a full stop. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
