package dev.kompox.operations.journal;

import dev.kompox.operations.engine.OperationId;
import java.util.List;

/** Keep the journals of operations, each under its operation's id. */
public interface Journals {

    /**
     * Begin the journal of a new operation.
     *
     * @throws JournalException if there is one of this id or it could not be made durable
     */
    Journal create(JournalRecord.Header header);

    /**
     * Open the journal of an operation to go on with it.
     *
     * @throws JournalException if there is none, or it is damaged
     */
    Journal open(OperationId id);

    /**
     * Read the journal of an operation without changing it.
     *
     * @throws JournalException if there is none, or it is damaged
     */
    JournalText read(OperationId id);

    /**
     * Read what is left of a damaged journal.
     *
     * @throws JournalException if there is none, or its header cannot be read
     */
    Salvage salvage(OperationId id);

    /**
     * Put other records in the place of a journal's; what it was is kept beside it.
     *
     * @throws JournalException if they could not be made durable; nothing has changed then
     */
    void replace(OperationId id, List<JournalRecord> records);

    /**
     * List the operations that have a journal, by id.
     *
     * @throws JournalException if that cannot be told
     */
    List<OperationId> list();
}
