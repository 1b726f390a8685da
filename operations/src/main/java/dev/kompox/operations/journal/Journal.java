package dev.kompox.operations.journal;

import java.util.List;

/** Keep the records of one operation. */
public interface Journal extends AutoCloseable {

    /** Return the records so far, in order; never empty, the first is the header. */
    List<JournalRecord> records();

    /**
     * Add a record. When this returns, the record survives a power cut.
     *
     * @throws JournalException if it could not be made durable; the operation must not go on
     */
    void append(JournalRecord record);

    /** Let go of it; what was appended stays. */
    @Override
    void close();
}
