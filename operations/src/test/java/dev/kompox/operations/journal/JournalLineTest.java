package dev.kompox.operations.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class JournalLineTest {

    @Test
    void readsBackEveryTypeOfRecord() {
        List<JournalRecord> records = SampleRecords.all();
        for (int seq = 0; seq < records.size(); seq++) {
            String line = JournalLine.write(seq, records.get(seq));
            assertThat(line).doesNotContain("\n");
            assertThat(JournalLine.read(seq, line)).isEqualTo(records.get(seq));
        }
    }

    @Test
    void coversEveryTypeOfRecordInTheSamples() {
        assertThat(SampleRecords.all().stream().map(Object::getClass).distinct())
                .hasSize(JournalRecord.class.getPermittedSubclasses().length);
    }

    @Test
    void writesALineThatPeopleCanRead() {
        assertThat(JournalLine.write(3, new JournalRecord.Note(SampleRecords.AT, "ok")))
                .isEqualTo(
                        sealed(
                                "{\"seq\":3,\"at\":\"2026-03-01T12:30:00.123456789Z\","
                                        + "\"type\":\"note\",\"sentence\":\"ok\""));
    }

    @Test
    void refusesARecordOutOfOrder() {
        String line = JournalLine.write(3, new JournalRecord.Committed(SampleRecords.AT));
        assertThatThrownBy(() -> JournalLine.read(4, line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("record 3 stands where 4 should");
    }

    @Test
    void refusesALineWithoutChecksum() {
        for (String line : List.of("", "{}", "{\"seq\":0,\"type\":\"note\",\"sentence\":\"x\"}")) {
            assertThatThrownBy(() -> JournalLine.read(0, line))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the line has no checksum");
        }
    }

    @Test
    void refusesATypeItDoesNotKnow() {
        String line = sealed("{\"seq\":0,\"at\":\"2026-03-01T00:00:00Z\",\"type\":\"poem\"");
        assertThatThrownBy(() -> JournalLine.read(0, line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("record type \"poem\" is not known");
    }

    @Test
    void refusesATimeThatIsNone() {
        String line = sealed("{\"seq\":0,\"at\":\"noon\",\"type\":\"committed\"");
        assertThatThrownBy(() -> JournalLine.read(0, line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("noon");
    }

    @Test
    void refusesAnAttemptThatIsNoInt() {
        String line =
                sealed(
                        "{\"seq\":0,\"at\":\"2026-03-01T00:00:00Z\",\"type\":\"intent\","
                                + "\"step\":\"s\",\"attempt\":4294967297,\"token\":\"t\"");
        assertThatThrownBy(() -> JournalLine.read(0, line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("overflow");
    }

    @Test
    void ignoresMembersThatANewerWriterAdded() {
        String line =
                sealed(
                        "{\"seq\":0,\"at\":\"2026-03-01T00:00:00Z\",\"type\":\"note\","
                                + "\"sentence\":\"x\",\"mood\":\"good\"");
        assertThat(JournalLine.read(0, line)).isInstanceOf(JournalRecord.Note.class);
    }

    private static String sealed(String body) {
        CRC32C crc = new CRC32C();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return body + ",\"crc\":\"" + HexFormat.of().toHexDigits((int) crc.getValue()) + "\"}";
    }
}
