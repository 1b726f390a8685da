package dev.kompox.driver.failure;

import org.jspecify.annotations.Nullable;

/**
 * Report that a call of a facet failed.
 *
 * <p>The message is one sentence for people (what failed and why), never a stack trace and never a
 * secret. {@link #remedy()} is a command or an edit that mends it.
 */
public final class DriverException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Category category;
    private final @Nullable String remedy;
    private final @Nullable String requestId;

    /** Make a failure with neither remedy nor cause. */
    public DriverException(Category category, String sentence) {
        this(category, sentence, null, null, null);
    }

    /** Make a failure with the command or edit that mends it. */
    public DriverException(Category category, String sentence, @Nullable String remedy) {
        this(category, sentence, remedy, null, null);
    }

    /**
     * Make a failure.
     *
     * @param category what may follow
     * @param sentence what failed and why, one sentence
     * @param remedy the command or edit that mends it, if one is known
     * @param requestId the provider's own id of the failed request, if it gave one
     * @param cause the exception underneath, for logs
     */
    public DriverException(
            Category category,
            String sentence,
            @Nullable String remedy,
            @Nullable String requestId,
            @Nullable Throwable cause) {
        super(sentence, cause);
        this.category = category;
        this.remedy = remedy;
        this.requestId = requestId;
    }

    /** Return what kind of failure this is. */
    public Category category() {
        return category;
    }

    /** Return the sentence for people. */
    public String sentence() {
        String message = getMessage();
        return message == null ? category.toString() : message;
    }

    /** Return the command or edit that mends it, or null. */
    public @Nullable String remedy() {
        return remedy;
    }

    /** Return the provider's id of the failed request, or null. */
    public @Nullable String requestId() {
        return requestId;
    }

    /** Make the failure for an interrupted wait and set the thread's interrupt flag again. */
    public static DriverException interrupted(String doing, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new DriverException(
                new Category.Interrupted(), "interrupted while " + doing, null, null, cause);
    }
}
