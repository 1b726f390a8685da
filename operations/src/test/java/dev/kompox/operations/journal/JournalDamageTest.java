package dev.kompox.operations.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalDamageTest {

    @TempDir Path directory;
    private Path path;

    @BeforeEach
    void name() throws IOException {
        Path home = Files.createDirectory(directory.resolve("sn-7k2pq"));
        path = home.resolve("journal.jsonl");
    }

    /** Every value of every byte before the last record, one at a time. */
    @Test
    void detectsEveryFlippedByteBeforeTheLastRecord() throws IOException {
        byte[] sound = lines(records());
        int last =
                new String(sound, StandardCharsets.ISO_8859_1).lastIndexOf('\n', sound.length - 2);
        int cases = 0;
        for (int at = 0; at <= last; at++) {
            for (int bit = 1; bit < 256; bit = bit == 128 ? 255 : bit << 1) {
                byte[] damaged = sound.clone();
                damaged[at] ^= (byte) bit;
                Files.write(path, damaged);
                assertThat(catchThrowable(() -> JournalText.read(path)))
                        .as("byte %d xor %d", at, bit)
                        .isInstanceOf(JournalException.class)
                        .hasMessageContaining("is damaged in line");
                cases++;
                if (bit == 255) {
                    break;
                }
            }
        }
        assertThat(cases).isEqualTo((last + 1) * 9);
    }

    /** The last record may be torn, but then it is gone as a whole, never read as another. */
    @Test
    void neverReadsADamagedLastRecordAsAnother() throws IOException {
        List<JournalRecord> records = records();
        byte[] sound = lines(records);
        int last =
                new String(sound, StandardCharsets.ISO_8859_1).lastIndexOf('\n', sound.length - 2);
        for (int at = last + 1; at < sound.length; at++) {
            byte[] damaged = sound.clone();
            damaged[at] ^= 4;
            Files.write(path, damaged);
            Throwable failure = catchThrowable(() -> JournalText.read(path));
            if (failure == null) {
                assertThat(JournalText.read(path).records())
                        .isEqualTo(records.subList(0, records.size() - 1));
                assertThat(JournalText.read(path).torn()).isTrue();
            } else {
                assertThat(failure).isInstanceOf(JournalException.class);
            }
        }
    }

    @Test
    void namesTheLineAndTheWayOut() throws IOException {
        byte[] sound = lines(records());
        sound[new String(sound, StandardCharsets.ISO_8859_1).indexOf("intent")] ^= 1;
        Files.write(path, sound);
        refused("is damaged in line 2: the checksum does not match")
                .extracting(e -> ((JournalException) e).remedy())
                .isEqualTo(
                        "kompox operation rebuild " + path.resolve("..").normalize().getFileName());
    }

    @Test
    void refusesAMissingRecord() throws IOException {
        String[] lines = new String(lines(records()), StandardCharsets.UTF_8).split("\n", -1);
        Files.writeString(path, lines[0] + "\n" + lines[2] + "\n" + lines[3] + "\n");
        refused("is damaged in line 2: record 2 stands where 1 should");
    }

    @Test
    void refusesAJournalWithoutHeader() throws IOException {
        Files.writeString(
                path, JournalLine.write(0, new JournalRecord.Committed(SampleRecords.AT)) + "\n");
        refused("is damaged in line 1: the journal does not begin with its header");
    }

    @Test
    void refusesAnotherFile() throws IOException {
        Files.writeString(path, "services:\n  db:\n    image: postgres\n");
        refused("is damaged in line 1: the line has no checksum");
    }

    @Test
    void refusesADamagedHeaderThatStandsAlone() throws IOException {
        byte[] sound = lines(List.of(SampleRecords.header()));
        sound[20] ^= 1;
        Files.write(path, sound);
        refused("is damaged in line 1");
    }

    @Test
    void saysThatNothingWasDoneWhenNotEvenTheHeaderIsWhole() throws IOException {
        byte[] header = lines(List.of(SampleRecords.header()));
        for (int length : new int[] {0, 1, header.length - 1}) {
            Files.write(path, Arrays.copyOf(header, length));
            refused("was cut off before its operation began")
                    .extracting(e -> ((JournalException) e).remedy())
                    .isEqualTo("Nothing was done; remove it: rm -r " + path.getParent());
        }
    }

    @Test
    void refusesTheFormatOfANewerVersionWhateverFollows() throws IOException {
        String header = JournalLine.write(0, SampleRecords.header(JournalText.FORMAT + 1));
        Files.writeString(path, header + "\n{\"something\":\"new\"}\n{}\n");
        refused("was written by a newer Kompox (0.1.0)")
                .extracting(e -> ((JournalException) e).remedy())
                .isEqualTo("Use that version to go on with operation sn-7k2pq");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(String why) {
        return assertThatThrownBy(() -> JournalText.read(path))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining(why);
    }

    private static List<JournalRecord> records() {
        List<JournalRecord> records = new ArrayList<>(SampleRecords.all().subList(0, 3));
        records.add(new JournalRecord.Committed(SampleRecords.AT));
        return records;
    }

    private static byte[] lines(List<JournalRecord> records) {
        StringBuilder text = new StringBuilder();
        for (int seq = 0; seq < records.size(); seq++) {
            text.append(JournalLine.write(seq, records.get(seq))).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void salvagesEveryRecordWhoseLineIsSound() throws IOException {
        List<JournalRecord> records = records();
        String[] lines = new String(lines(records), StandardCharsets.UTF_8).split("\n", -1);
        for (int lost = 1; lost < records.size(); lost++) {
            String[] damaged = lines.clone();
            damaged[lost] = damaged[lost].replace("\"type\"", "\"tyqe\"");
            Salvage salvage = Salvage.of(String.join("\n", damaged));
            List<JournalRecord> left = new ArrayList<>(records);
            left.remove(lost);
            assertThat(salvage.header()).isEqualTo(left.removeFirst());
            assertThat(salvage.sound()).isEqualTo(left);
            assertThat(salvage.parts().get(lost - 1)).isEqualTo(new Salvage.Part.Gap(1));
        }
    }

    @Test
    void countsWhatIsMissingBetweenLines() throws IOException {
        List<JournalRecord> records = records();
        String[] lines = new String(lines(records), StandardCharsets.UTF_8).split("\n", -1);
        Salvage salvage = Salvage.of(lines[0] + "\nrubbish\n" + lines[3] + "\n");
        assertThat(salvage.lost()).isEqualTo(2);
        assertThat(salvage.sound()).containsExactly(records.get(3));
    }

    @Test
    void salvagesNothingWithoutAHeader() {
        assertThat(catchThrowable(() -> Salvage.of("rubbish\n")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(catchThrowable(() -> Salvage.of("")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
