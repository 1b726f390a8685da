package dev.kompox.driver.call;

/**
 * Name the operation and the step on whose behalf a call is made.
 *
 * <p>The same token means the same wish: a driver puts it into the provider's idempotency key where
 * there is one and into the ownership tags of what it makes, so that a repeat after a lost answer
 * finds the first result.
 *
 * @param operation the operation's id, e.g. {@code "sn-7k2p"}
 * @param step the step's id within the operation, e.g. {@code "disk.create db"}
 */
public record Token(String operation, String step) {

    /** Refuses blank parts. */
    public Token {
        if (operation.isBlank() || step.isBlank()) {
            throw new IllegalArgumentException("a token names an operation and a step");
        }
    }

    /** Return {@code operation/step}, the form used in tags. */
    @Override
    public String toString() {
        return operation + "/" + step;
    }
}
