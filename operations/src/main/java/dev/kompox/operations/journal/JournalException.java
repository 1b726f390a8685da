package dev.kompox.operations.journal;

import org.jspecify.annotations.Nullable;

/** Report that a journal cannot be read or written. The message is one sentence for people. */
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * Make the report.
     *
     * @param sentence what is wrong, and where
     * @param remedy the command that mends it
     */
    public JournalException(String sentence, String remedy, @Nullable Throwable cause) {
        super(sentence, cause);
        this.remedy = remedy;
    }

    /** Return the command that mends it. */
    public String remedy() {
        return remedy;
    }
}
