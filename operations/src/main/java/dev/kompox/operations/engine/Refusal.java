package dev.kompox.operations.engine;

/**
 * Refuse to plan or begin an operation because of a rule, not because something failed. Nothing was
 * changed.
 *
 * <p>The message is one sentence for people; {@link #remedy()} is the command or edit that helps.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /** Make a refusal. */
    public Refusal(String sentence, String remedy) {
        super(sentence);
        this.remedy = remedy;
    }

    /** Return the sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** Return the command or edit that helps; several lines if there is a choice. */
    public String remedy() {
        return remedy;
    }
}
