package dev.kompox.cli.command;

/** Report that what was typed is not understood. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String synopsis;
    private final String remedy;

    /**
     * Make the report.
     *
     * @param sentence what is not understood
     * @param synopsis how the command is written, or empty
     * @param remedy the command that tells more
     */
    public UsageException(String sentence, String synopsis, String remedy) {
        super(sentence);
        this.synopsis = synopsis;
        this.remedy = remedy;
    }

    /** Return the sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** Return how the command is written, or empty text. */
    public String synopsis() {
        return synopsis;
    }

    /** Return the command that tells more. */
    public String remedy() {
        return remedy;
    }
}
