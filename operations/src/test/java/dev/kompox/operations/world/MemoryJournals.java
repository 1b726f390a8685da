package dev.kompox.operations.world;

import dev.kompox.operations.engine.OperationId;
import dev.kompox.operations.journal.Journal;
import dev.kompox.operations.journal.JournalException;
import dev.kompox.operations.journal.JournalRecord;
import dev.kompox.operations.journal.JournalText;
import dev.kompox.operations.journal.Journals;
import dev.kompox.operations.journal.Salvage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keep journals in memory, where they outlive the processes that a trigger kills. */
public final class MemoryJournals implements Journals {

    private final SortedMap<OperationId, List<JournalRecord>> journals;
    private final SortedMap<OperationId, Salvage> damaged;
    private final Trigger trigger;

    /** Begin with no journals. */
    public MemoryJournals() {
        this(new TreeMap<>(), new TreeMap<>(), Trigger.none());
    }

    private MemoryJournals(
            SortedMap<OperationId, List<JournalRecord>> journals,
            SortedMap<OperationId, Salvage> damaged,
            Trigger trigger) {
        this.journals = journals;
        this.damaged = damaged;
        this.trigger = trigger;
    }

    /** Return the same journals as a process sees them that a trigger kills. */
    public MemoryJournals of(Trigger other) {
        return new MemoryJournals(journals, damaged, other);
    }

    /** Spoil a journal so that it cannot be read. */
    public void damage(OperationId id) {
        journals.put(id, List.of());
    }

    /** Spoil some records of a journal; the first is number 1, after the header. */
    public void lose(OperationId id, int from, int count) {
        List<JournalRecord> records = journals.getOrDefault(id, List.of());
        List<Salvage.Part> parts = new ArrayList<>();
        for (int i = 1; i < records.size(); i++) {
            if (i == from) {
                parts.add(new Salvage.Part.Gap(count));
            } else if (i < from || i >= from + count) {
                parts.add(new Salvage.Part.Sound(records.get(i)));
            }
        }
        damaged.put(id, new Salvage((JournalRecord.Header) records.getFirst(), parts));
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
        if (records.isEmpty() || damaged.containsKey(id)) {
            throw new JournalException("journal " + id + " cannot be read", "look", null);
        }
        return new JournalText(records, 0, false);
    }

    @Override
    public List<OperationId> list() {
        return List.copyOf(journals.keySet());
    }

    @Override
    public Salvage salvage(OperationId id) {
        Salvage salvage = damaged.get(id);
        List<JournalRecord> records = journals.getOrDefault(id, List.of());
        if (salvage == null && records.isEmpty()) {
            throw new JournalException("journal " + id + " cannot be rebuilt", "look", null);
        }
        return salvage != null
                ? salvage
                : new Salvage((JournalRecord.Header) records.getFirst(), List.of());
    }

    @Override
    public void replace(OperationId id, List<JournalRecord> records) {
        trigger.point("before journal replaced");
        journals.put(id, new ArrayList<>(records));
        damaged.remove(id);
        trigger.point("after journal replaced");
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
