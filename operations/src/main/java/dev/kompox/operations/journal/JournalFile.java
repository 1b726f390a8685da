package dev.kompox.operations.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
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
    private final FileChannel channel;
    private final List<JournalRecord> records;

    private JournalFile(Path path, FileChannel channel, List<JournalRecord> records) {
        this.path = path;
        this.channel = channel;
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
            JournalFile file =
                    new JournalFile(
                            path,
                            FileChannel.open(path, StandardOpenOption.WRITE),
                            new ArrayList<>());
            file.append(header);
            forceDirectory(path);
            return file;
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
            FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
            channel.truncate(text.soundBytes());
            channel.position(text.soundBytes());
            JournalFile file = new JournalFile(path, channel, new ArrayList<>(text.records()));
            if (text.torn()) {
                file.append(
                        new JournalRecord.Note(
                                text.records().getLast().at(),
                                "the last record was torn by a crash and is dropped"));
            }
            return file;
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
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
            records.add(record);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
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

    private static JournalException unwritable(Path path, IOException e) {
        return new JournalException(
                "the journal " + path + " cannot be written: " + e.getMessage(),
                "Make room or mend the permissions there, then: kompox operation list",
                e);
    }
}
