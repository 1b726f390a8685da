package dev.kompox.driver.disk;

/** The grammars of names, checked without regular expressions to keep start-up short. */
public final class Names {

    /** Letters, digits, dot, underscore, dash; starts with a letter or digit. */
    public static final int COMPOSE_KEY = 0;

    /**
     * Lower-case letters, digits, dash; starts and ends with a letter or digit (RFC 1123 label).
     */
    public static final int DNS_LABEL = 1;

    private Names() {}

    /**
     * Refuse a value that does not follow a grammar.
     *
     * @param what what is being named, for the message
     * @param value the value
     * @param maxLength the longest allowed, in characters
     * @param grammar {@link #COMPOSE_KEY} or {@link #DNS_LABEL}
     * @throws IllegalArgumentException with a sentence for people
     */
    public static void check(String what, String value, int maxLength, int grammar) {
        if (!follows(value, grammar)) {
            throw new IllegalArgumentException(
                    what
                            + " \""
                            + value
                            + "\" is not allowed: use "
                            + (grammar == DNS_LABEL
                                    ? "a-z, 0-9 and \"-\", starting and ending with a letter or digit"
                                    : "A-Z, a-z, 0-9, \".\", \"_\" and \"-\", starting with a letter or digit"));
        }
        if (value.length() > maxLength) {
            throw new IllegalArgumentException(
                    what
                            + " \""
                            + value
                            + "\" has "
                            + value.length()
                            + " characters; at most "
                            + maxLength);
        }
    }

    private static boolean follows(String value, int grammar) {
        int last = value.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = value.charAt(i);
            boolean edge = i == 0 || (grammar == DNS_LABEL && i == last);
            if (!plain(c, grammar) && (edge || !mark(c, grammar))) {
                return false;
            }
        }
        return last >= 0;
    }

    private static boolean plain(char c, int grammar) {
        boolean lower = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        return lower || (grammar == COMPOSE_KEY && c >= 'A' && c <= 'Z');
    }

    private static boolean mark(char c, int grammar) {
        return c == '-' || (grammar == COMPOSE_KEY && (c == '.' || c == '_'));
    }
}
