package dev.kompox.operations.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Hold what a journal file says.
 *
 * @param records its sound records, never empty
 * @param soundBytes the length of the file up to the end of the last sound record
 * @param torn whether a crash tore a record after that
 */
public record JournalText(List<JournalRecord> records, long soundBytes, boolean torn) {

    /** The version of the format that this program writes; older ones are read. */
    public static final int FORMAT = 1;

    /** Copies the records. */
    public JournalText {
        records = List.copyOf(records);
    }

    /**
     * Read a journal file without changing it.
     *
     * @throws JournalException if it is damaged anywhere but at its end, or of a newer format
     */
    public static JournalText read(Path path) {
        try {
            return parse(path, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new JournalException(
                    "the journal " + path + " cannot be read: " + e.getMessage(),
                    "kompox operation list",
                    e);
        }
    }

    private static JournalText parse(Path path, byte[] bytes) {
        List<JournalRecord> records = new ArrayList<>();
        int start = 0;
        for (int end = newline(bytes, 0); end >= 0; end = newline(bytes, start)) {
            String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
            try {
                records.add(JournalLine.read(records.size(), line));
            } catch (IllegalArgumentException e) {
                if (end == bytes.length - 1 && !records.isEmpty()) {
                    return checked(path, new JournalText(records, start, true));
                }
                throw damaged(path, records.size() + 1, e);
            }
            start = end + 1;
        }
        return checked(path, new JournalText(records, start, start < bytes.length));
    }

    private static JournalText checked(Path path, JournalText text) {
        if (text.records.isEmpty()
                || !(text.records.getFirst() instanceof JournalRecord.Header header)) {
            throw damaged(
                    path,
                    1,
                    new IllegalArgumentException("the journal does not begin with its header"));
        }
        if (header.format() > FORMAT) {
            throw new JournalException(
                    "the journal "
                            + path
                            + " was written by a newer Kompox ("
                            + header.tool()
                            + ")",
                    "Use that version to go on with operation " + header.operation(),
                    null);
        }
        return text;
    }

    private static int newline(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static String operation(Path path) {
        Path directory = path.toAbsolutePath().getParent();
        return directory == null ? "ID" : String.valueOf(directory.getFileName());
    }

    private static JournalException damaged(Path path, int line, IllegalArgumentException e) {
        return new JournalException(
                "the journal " + path + " is damaged in line " + line + ": " + e.getMessage(),
                "To rebuild it from what is there: kompox operation rebuild " + operation(path),
                e);
    }
}
