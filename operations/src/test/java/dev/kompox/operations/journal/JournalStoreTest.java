package dev.kompox.operations.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.operations.engine.OperationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalStoreTest {

    @TempDir Path directory;
    private JournalStore store;

    @BeforeEach
    void open() {
        store = new JournalStore(directory.resolve("state").resolve("operations"));
    }

    @Test
    void keepsOneDirectoryAnOperationForItsOwnerOnly() throws IOException {
        store.create(SampleRecords.header()).close();
        assertThat(mode(store.root())).isEqualTo("rwx------");
        assertThat(mode(store.root().resolve("sn-7k2pq"))).isEqualTo("rwx------");
        assertThat(mode(store.root().resolve("sn-7k2pq/journal.jsonl"))).isEqualTo("rw-------");
    }

    @Test
    void findsReadsAndOpensWhatItCreated() {
        store.create(SampleRecords.header()).close();
        assertThat(store.find(SampleRecords.ID))
                .contains(store.root().resolve("sn-7k2pq").resolve("journal.jsonl"));
        assertThat(store.read(SampleRecords.ID).records()).containsExactly(SampleRecords.header());
        try (JournalFile journal = store.open(SampleRecords.ID)) {
            assertThat(journal.records()).containsExactly(SampleRecords.header());
        }
    }

    @Test
    void listsByIdAndPassesOverWhatIsNoOperation() throws IOException {
        for (String id : new String[] {"rs-zzzzz", "dn-00001", "sn-7k2pq"}) {
            Path home = Files.createDirectories(store.root().resolve(id));
            Files.createFile(home.resolve("journal.jsonl"));
        }
        Files.createDirectories(store.root().resolve("sn-empty"));
        Path aside = Files.createDirectories(store.root().resolve("sn-7k2pq.damaged"));
        Files.createFile(aside.resolve("journal.jsonl"));
        Files.createFile(store.root().resolve("lock-app.json"));
        assertThat(store.list())
                .extracting(OperationId::value)
                .containsExactly("dn-00001", "rs-zzzzz", "sn-7k2pq");
    }

    @Test
    void listsNothingBeforeTheFirstOperation() {
        assertThat(store.list()).isEmpty();
        assertThat(store.find(SampleRecords.ID)).isEmpty();
    }

    @Test
    void saysThatThereIsNoSuchOperation() {
        assertThatThrownBy(() -> store.open(SampleRecords.ID))
                .isInstanceOf(JournalException.class)
                .hasMessage("there is no journal of operation sn-7k2pq below " + store.root());
        assertThatThrownBy(() -> store.read(SampleRecords.ID))
                .isInstanceOf(JournalException.class)
                .extracting(e -> ((JournalException) e).remedy())
                .isEqualTo("kompox operation list");
    }

    @Test
    void neverGivesOneIdToTwoOperations() {
        store.create(SampleRecords.header()).close();
        assertThatThrownBy(() -> store.create(SampleRecords.header()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("cannot be made");
        assertThat(store.read(SampleRecords.ID).records()).hasSize(1);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void replacesADamagedJournalAndKeepsWhatItWas() throws IOException {
        store.create(SampleRecords.header()).close();
        Path path = store.find(SampleRecords.ID).orElseThrow();
        Files.writeString(path, Files.readString(path) + "rubbish\nmore\n");
        String damaged = Files.readString(path);
        assertThatThrownBy(() -> store.read(SampleRecords.ID))
                .isInstanceOf(JournalException.class)
                .extracting(e -> ((JournalException) e).remedy())
                .isEqualTo("kompox operation rebuild sn-7k2pq");
        assertThat(store.salvage(SampleRecords.ID).lost()).isEqualTo(2);

        JournalRecord note = new JournalRecord.Note(SampleRecords.AT, "mended");
        store.replace(SampleRecords.ID, List.of(SampleRecords.header(), note));
        assertThat(store.read(SampleRecords.ID).records())
                .containsExactly(SampleRecords.header(), note);
        assertThat(path.resolveSibling("journal.jsonl.damaged")).hasContent(damaged);
        store.replace(SampleRecords.ID, List.of(SampleRecords.header()));
        assertThat(path.resolveSibling("journal.jsonl.damaged.2")).exists();
        assertThat(mode(path)).isEqualTo("rw-------");

        store.remove(SampleRecords.ID);
        assertThat(path.getParent()).doesNotExist();
        store.remove(SampleRecords.ID);
    }

    @Test
    void saysWhatToDoWithoutAHeader() throws IOException {
        store.create(SampleRecords.header()).close();
        Path path = store.find(SampleRecords.ID).orElseThrow();
        Files.writeString(path, "rubbish\n" + Files.readString(path));
        assertThatThrownBy(() -> store.salvage(SampleRecords.ID))
                .isInstanceOf(JournalException.class)
                .extracting(e -> ((JournalException) e).remedy())
                .asString()
                .endsWith("mv " + path.getParent() + " " + path.getParent() + ".damaged");
    }
}
