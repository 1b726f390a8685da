package dev.kompox.operations.world;

import dev.kompox.operations.engine.OperationId;
import dev.kompox.operations.journal.Journal;
import dev.kompox.operations.journal.JournalException;
import dev.kompox.operations.journal.JournalRecord;
import dev.kompox.operations.journal.JournalText;
import dev.kompox.operations.journal.Journals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keep journals in memory, where they outlive the processes that a trigger kills. */
public final class MemoryJournals implements Journals {

    private final SortedMap<OperationId, List<JournalRecord>> journals;
    private final Trigger trigger;

    /** Begin with no journals. */
    public MemoryJournals() {
        this(new TreeMap<>(), Trigger.none());
    }

    private MemoryJournals(SortedMap<OperationId, List<JournalRecord>> journals, Trigger trigger) {
        this.journals = journals;
        this.trigger = trigger;
    }

    /** Return the same journals as a process sees them that a trigger kills. */
    public MemoryJournals of(Trigger other) {
        return new MemoryJournals(journals, other);
    }

    /** Spoil a journal so that it cannot be read. */
    public void damage(OperationId id) {
        journals.put(id, List.of());
    }

    /** Return the records of the only journal. */
    public List<JournalRecord> only() {
        if (journals.size() != 1) {
            throw new AssertionError("there are the journals " + journals.keySet());
        }
        return journals.values().iterator().next();
    }

    @Override
    public Journal create(JournalRecord.Header header) {
        trigger.point("before journal header");
        if (journals.putIfAbsent(header.operation(), new ArrayList<>(List.of(header))) != null) {
            throw new JournalException("there is one already", "look", null);
        }
        trigger.point("after journal header");
        return new Memory(journals.get(header.operation()), trigger);
    }

    @Override
    public Journal open(OperationId id) {
        read(id);
        return new Memory(journals.get(id), trigger);
    }

    @Override
    public JournalText read(OperationId id) {
        List<JournalRecord> records = journals.getOrDefault(id, List.of());
        if (records.isEmpty()) {
            throw new JournalException("journal " + id + " cannot be read", "look", null);
        }
        return new JournalText(records, 0, false);
    }

    @Override
    public List<OperationId> list() {
        return List.copyOf(journals.keySet());
    }

    private record Memory(List<JournalRecord> kept, Trigger trigger) implements Journal {

        @Override
        public List<JournalRecord> records() {
            return Collections.unmodifiableList(kept);
        }

        @Override
        public void append(JournalRecord record) {
            String name = record.getClass().getSimpleName();
            trigger.point("before journal " + name);
            kept.add(record);
            trigger.point("after journal " + name);
        }

        @Override
        public void close() {}
    }
}
