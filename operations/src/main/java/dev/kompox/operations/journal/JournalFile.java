package dev.kompox.operations.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Keep a journal in a file of JSON lines. Every append is forced to the disk before it returns. A
 * last line that a crash tore is cut off when the file is opened for writing; damage anywhere else
 * stops with an error.
 */
public final class JournalFile implements Journal {

    private final Path path;
    private final RandomAccessFile file; // a channel's writes would fail once interrupted
    private final List<JournalRecord> records;

    private JournalFile(Path path, RandomAccessFile file, List<JournalRecord> records) {
        this.path = path;
        this.file = file;
        this.records = records;
    }

    /**
     * Begin a journal. The file must not exist yet; it is readable by its owner only.
     *
     * @throws JournalException if it exists or cannot be written
     */
    public static JournalFile create(Path path, JournalRecord.Header header) {
        try {
            Files.createFile(
                    path,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            JournalFile journal = new JournalFile(path, writable(path), new ArrayList<>());
            journal.append(header);
            forceDirectory(path);
            return journal;
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /**
     * Open a journal to go on with it.
     *
     * @throws JournalException if it cannot be read or is damaged
     */
    public static JournalFile open(Path path) {
        try {
            JournalText text = JournalText.read(path);
            RandomAccessFile file = writable(path);
            file.setLength(text.soundBytes());
            file.seek(text.soundBytes());
            JournalFile journal = new JournalFile(path, file, new ArrayList<>(text.records()));
            if (text.torn()) {
                journal.append(
                        new JournalRecord.Note(
                                text.records().getLast().at(),
                                "the last record was torn by a crash and is dropped"));
            }
            return journal;
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    @Override
    public List<JournalRecord> records() {
        return Collections.unmodifiableList(records);
    }

    @Override
    public void append(JournalRecord record) {
        try {
            String line = JournalLine.write(records.size(), record) + "\n";
            file.write(line.getBytes(StandardCharsets.UTF_8));
            file.getFD().sync();
            records.add(record);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /** Make a new directory entry durable. */
    static void forceDirectory(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            try (FileChannel entry = FileChannel.open(directory, StandardOpenOption.READ)) {
                entry.force(true);
            }
        }
    }

    private static RandomAccessFile writable(Path path) throws IOException {
        return new RandomAccessFile(path.toFile(), "rw");
    }

    private static JournalException unwritable(Path path, IOException e) {
        return new JournalException(
                "the journal " + path + " cannot be written: " + e.getMessage(),
                "Make room or mend the permissions there, then: kompox operation list",
                e);
    }
}
