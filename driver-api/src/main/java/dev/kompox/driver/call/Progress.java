package dev.kompox.driver.call;

/** Listen to how far a call has come. Implementations return quickly and never throw. */
public interface Progress {

    /**
     * Hear how many bytes are done.
     *
     * @param done bytes done so far in this call, never falling
     * @param total bytes in all, or -1 while unknown
     */
    void bytes(long done, long total);

    /** Hear one sentence about what is happening, e.g. {@code "db: waiting for health"}. */
    void note(String sentence);

    /** Hear one sentence that a person should not miss though the call goes on. */
    void warning(String sentence);

    /** Return a listener that ignores everything. */
    static Progress none() {
        return NoProgress.INSTANCE;
    }
}
