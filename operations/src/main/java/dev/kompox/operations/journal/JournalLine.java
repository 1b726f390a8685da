package dev.kompox.operations.journal;

import dev.kompox.operations.engine.OperationId;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Write a record as one line of JSON and read it back.
 *
 * <p>The line is a JSON object whose first member is {@code seq}, the record's number from 0, and
 * whose last is {@code crc}: the CRC-32C, in eight hexadecimal digits, of the UTF-8 bytes of the
 * line up to the comma before {@code "crc"}.
 */
final class JournalLine {

    private static final String CRC_MEMBER = ",\"crc\":\"";
    private static final String CLOSE = "\"}";
    private static final int CRC_LENGTH = CRC_MEMBER.length() + 8 + CLOSE.length();

    private JournalLine() {}

    static String write(int seq, JournalRecord record) {
        SequencedMap<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("seq", (long) seq);
        map.put("at", record.at().toString());
        map.putAll(members(record).map());
        String open = Json.write(map);
        String body = open.substring(0, open.length() - 1);
        return body + CRC_MEMBER + crc(body) + CLOSE;
    }

    /**
     * Read a line.
     *
     * @throws IllegalArgumentException if it is torn, damaged, or out of order
     */
    static JournalRecord read(int seq, String line) {
        int end = line.length() - CRC_LENGTH;
        if (end < 0 || !line.startsWith(CRC_MEMBER, end) || !line.endsWith(CLOSE)) {
            throw new IllegalArgumentException("the line has no checksum");
        }
        String body = line.substring(0, end);
        if (!line.regionMatches(end + CRC_MEMBER.length(), crc(body), 0, 8)) {
            throw new IllegalArgumentException("the checksum does not match");
        }
        Fields json = Fields.from(Json.read(body + "}"));
        if (json.number("seq") != seq) {
            throw new IllegalArgumentException(
                    "record " + json.number("seq") + " stands where " + seq + " should");
        }
        try {
            return record(json);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Return the number of a record whose line is sound, or -1. */
    static int sound(String line) {
        try {
            int from = "{\"seq\":".length();
            int seq = Integer.parseInt(line.substring(from, line.indexOf(',', from)));
            return read(seq, line).at() == null ? -1 : seq;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return -1;
        }
    }

    private static Fields members(JournalRecord record) {
        return switch (record) {
            case JournalRecord.Header h ->
                    Fields.of(
                            "type", "header",
                            "format", (long) h.format(),
                            "operation", h.operation().value(),
                            "app", h.app(),
                            "epoch", h.epoch(),
                            "by", h.by(),
                            "tool", h.tool(),
                            "planHash", h.planHash(),
                            "plan", h.plan().map());
            case JournalRecord.Intent i ->
                    Fields.of(
                            "type",
                            "intent",
                            "step",
                            i.step().value(),
                            "attempt",
                            (long) i.attempt(),
                            "token",
                            i.token());
            case JournalRecord.Result r ->
                    Fields.of(
                            "type", "result",
                            "step", r.step().value(),
                            "attempt", (long) r.attempt(),
                            "adopted", r.adopted(),
                            "result", r.result().map());
            case JournalRecord.Failed f ->
                    Fields.of(
                            "type", "failed",
                            "step", f.step().value(),
                            "attempt", (long) f.attempt(),
                            "category", f.category(),
                            "sentence", f.sentence(),
                            "last", f.last());
            case JournalRecord.Committed _ -> Fields.of("type", "committed");
            case JournalRecord.RollingBack r ->
                    Fields.of("type", "rollingBack", "cause", r.cause());
            case JournalRecord.Undone u -> Fields.of("type", "undone", "step", u.step().value());
            case JournalRecord.Note n -> Fields.of("type", "note", "sentence", n.sentence());
            case JournalRecord.Ended e ->
                    Fields.of("type", "ended", "end", e.end().name(), "sentence", e.sentence());
        };
    }

    private static JournalRecord record(Fields json) {
        Instant at = Instant.parse(json.string("at"));
        return switch (json.string("type")) {
            case "header" ->
                    new JournalRecord.Header(
                            at,
                            Math.toIntExact(json.number("format")),
                            new OperationId(json.string("operation")),
                            json.string("app"),
                            json.number("epoch"),
                            json.string("by"),
                            json.string("tool"),
                            json.string("planHash"),
                            json.object("plan"));
            case "intent" ->
                    new JournalRecord.Intent(at, step(json), attempt(json), json.string("token"));
            case "result" ->
                    new JournalRecord.Result(
                            at,
                            step(json),
                            attempt(json),
                            json.flag("adopted"),
                            json.object("result"));
            case "failed" ->
                    new JournalRecord.Failed(
                            at,
                            step(json),
                            attempt(json),
                            json.string("category"),
                            json.string("sentence"),
                            json.flag("last"));
            case "committed" -> new JournalRecord.Committed(at);
            case "rollingBack" -> new JournalRecord.RollingBack(at, json.string("cause"));
            case "undone" -> new JournalRecord.Undone(at, step(json));
            case "note" -> new JournalRecord.Note(at, json.string("sentence"));
            case "ended" ->
                    new JournalRecord.Ended(
                            at,
                            JournalRecord.End.valueOf(json.string("end")),
                            json.string("sentence"));
            default ->
                    throw new IllegalArgumentException(
                            "record type \"" + json.string("type") + "\" is not known");
        };
    }

    private static StepId step(Fields json) {
        return new StepId(json.string("step"));
    }

    private static int attempt(Fields json) {
        return Math.toIntExact(json.number("attempt"));
    }

    private static String crc(String body) {
        CRC32C crc = new CRC32C();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
