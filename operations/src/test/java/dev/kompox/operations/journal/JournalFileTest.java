package dev.kompox.operations.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {

    private static final JournalRecord NOTE =
            new JournalRecord.Note(SampleRecords.AT, "after the crash");

    @TempDir Path directory;
    private Path path;

    @BeforeEach
    void writeAJournal() {
        path = directory.resolve("journal.jsonl");
        try (JournalFile journal = JournalFile.create(path, SampleRecords.header())) {
            SampleRecords.all().stream().skip(1).forEach(journal::append);
            assertThat(journal.records()).isEqualTo(SampleRecords.all());
        }
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        JournalText text = JournalText.read(path);
        assertThat(text.records()).isEqualTo(SampleRecords.all());
        assertThat(text.torn()).isFalse();
        assertThat(text.soundBytes()).isEqualTo(Files.size(path));
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void neverOverwritesAJournal() throws IOException {
        byte[] before = Files.readAllBytes(path);
        assertThatThrownBy(() -> JournalFile.create(path, SampleRecords.header()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(path.toString())
                .extracting(e -> ((JournalException) e).remedy())
                .asString()
                .contains("kompox operation list");
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }

    @Test
    void goesOnAfterWhatIsThere() {
        try (JournalFile journal = JournalFile.open(path)) {
            assertThat(journal.records()).isEqualTo(SampleRecords.all());
            journal.append(NOTE);
            assertThat(journal.records()).hasSize(SampleRecords.all().size() + 1);
        }
        assertThat(JournalText.read(path).records().getLast()).isEqualTo(NOTE);
        assertThat(JournalText.read(path).records()).hasSize(SampleRecords.all().size() + 1);
    }

    @Test
    void recordsCannotBeChangedFromOutside() {
        try (JournalFile journal = JournalFile.open(path)) {
            assertThatThrownBy(() -> journal.records().add(NOTE))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    /** Cuts the last record at every byte; what is left is dropped, noted, and written over. */
    @Test
    void dropsATornTailAtWhateverByteItWasTorn() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        List<JournalRecord> all = SampleRecords.all();
        int last =
                new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf('\n', whole.length - 2);
        for (int length = last + 2; length < whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));
            assertThat(JournalText.read(path).torn()).isTrue();
            assertThat(JournalText.read(path).soundBytes()).isEqualTo(last + 1);
            try (JournalFile journal = JournalFile.open(path)) {
                journal.append(NOTE);
            }
            List<JournalRecord> mended = JournalText.read(path).records();
            assertThat(mended).hasSize(all.size() + 1);
            assertThat(mended.subList(0, all.size() - 1)).isEqualTo(all.subList(0, all.size() - 1));
            assertThat(mended.get(all.size() - 1))
                    .isInstanceOfSatisfying(
                            JournalRecord.Note.class,
                            note -> {
                                assertThat(note.sentence()).contains("torn by a crash");
                                assertThat(note.at()).isEqualTo(SampleRecords.AT);
                            });
            assertThat(mended.getLast()).isEqualTo(NOTE);
        }
    }

    @Test
    void dropsATailOfNulBytesAndATailWithAHole() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        Files.write(path, new byte[100], StandardOpenOption.APPEND);
        assertThat(JournalText.read(path))
                .isEqualTo(new JournalText(SampleRecords.all(), whole.length, true));
        byte[] holed = whole.clone();
        for (int i = whole.length - 40; i < whole.length - 20; i++) {
            holed[i] = 0;
        }
        Files.write(path, holed);
        JournalText text = JournalText.read(path);
        assertThat(text.torn()).isTrue();
        assertThat(text.records()).hasSize(SampleRecords.all().size() - 1);
    }

    @Test
    void dropsATornRecordHoweverLongAndWhateverBracesItHolds() throws IOException {
        Files.writeString(path, "{\"a\":{}}".repeat(500), StandardOpenOption.APPEND);
        try (JournalFile journal = JournalFile.open(path)) {
            assertThat(journal.records()).hasSize(SampleRecords.all().size() + 1);
        }
        JournalText text = JournalText.read(path);
        assertThat(text.torn()).isFalse();
        assertThat(text.records()).hasSize(SampleRecords.all().size() + 1);
    }

    @Test
    void dropsAWholeRecordWhoseLineWasNotEnded() throws IOException {
        String last = JournalLine.write(SampleRecords.all().size(), NOTE);
        Files.writeString(path, last + "\0\0\0", StandardOpenOption.APPEND);
        assertThat(JournalText.read(path).torn()).isTrue();
        assertThat(JournalText.read(path).records()).isEqualTo(SampleRecords.all());
    }

    @Test
    void readingChangesNothing() throws IOException {
        Files.writeString(path, "{\"seq\":", StandardOpenOption.APPEND);
        byte[] before = Files.readAllBytes(path);
        assertThat(JournalText.read(path).torn()).isTrue();
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }

    @Test
    void isWrittenEvenByAnInterruptedThread() {
        try (JournalFile journal = JournalFile.open(path)) {
            Thread.currentThread().interrupt();
            journal.append(NOTE);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(JournalText.read(path).records().getLast()).isEqualTo(NOTE);
    }

    @Test
    void saysSoWhenItCannotBeWritten() {
        JournalFile journal = JournalFile.open(path);
        journal.close();
        assertThatThrownBy(() -> journal.append(NOTE))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("cannot be written");
        assertThat(journal.records()).isEqualTo(SampleRecords.all());
    }

    @Test
    void saysSoWhenItCannotBeRead() {
        Path absent = directory.resolve("absent.jsonl");
        assertThatThrownBy(() -> JournalText.read(absent))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("cannot be read");
    }
}
