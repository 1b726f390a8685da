package dev.kompox.operations.journal;

import dev.kompox.operations.engine.OperationId;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.json.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One record of every type, with values that a careless writer would spoil. */
final class SampleRecords {

    static final Instant AT = Instant.parse("2026-03-01T12:30:00.123456789Z");
    static final OperationId ID = new OperationId("sn-7k2pq");
    private static final StepId STEP = new StepId("snapshot.take");

    private SampleRecords() {}

    static JournalRecord.Header header() {
        return header(JournalText.FORMAT);
    }

    static JournalRecord.Header header(int format) {
        Fields plan = Fields.of("title", "take \"a\"\\b\n\u0001 \u00e9\u20ac", "steps", List.of());
        return new JournalRecord.Header(
                AT, format, ID, "shop-x1", 7, "ann@desk", "0.1.0", "abc123", plan);
    }

    /** Return the header and one record of every other type. */
    static List<JournalRecord> all() {
        List<JournalRecord> records = new ArrayList<>();
        records.add(header());
        records.add(new JournalRecord.Intent(AT, STEP, 2, "sn-7k2pq/snapshot.take"));
        records.add(new JournalRecord.Failed(AT, STEP, 2, "Transient", "engine restarts", false));
        records.add(new JournalRecord.Failed(AT, STEP, 3, "Quota", "disk is full", true));
        records.add(
                new JournalRecord.Result(
                        AT,
                        STEP,
                        4,
                        true,
                        Fields.of("bytes", -1L, "killed", List.of("db-1"), "none", null)));
        records.add(new JournalRecord.Result(AT, STEP, 5, false, Fields.NONE));
        records.add(new JournalRecord.Committed(AT));
        records.add(new JournalRecord.RollingBack(AT, "disk is full"));
        records.add(new JournalRecord.Undone(AT, STEP));
        records.add(new JournalRecord.Note(AT, "power came back"));
        for (JournalRecord.End end : JournalRecord.End.values()) {
            records.add(new JournalRecord.Ended(AT, end, "because"));
        }
        return records;
    }
}
