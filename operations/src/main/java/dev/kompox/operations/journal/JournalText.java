package dev.kompox.operations.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
            try {
                records.add(JournalLine.read(records.size(), text(bytes, start, end)));
            } catch (IllegalArgumentException e) {
                if (end == bytes.length - 1 && !records.isEmpty()) {
                    break;
                }
                throw damaged(path, records.size() + 1, e.getMessage(), e);
            }
            if (records.size() == 1) {
                checkHeader(path, records.getFirst());
            }
            start = end + 1;
        }
        checkTail(path, records.size(), text(bytes, start, bytes.length));
        return new JournalText(records, start, start < bytes.length);
    }

    private static void checkHeader(Path path, JournalRecord first) {
        if (!(first instanceof JournalRecord.Header header)) {
            throw damaged(path, 1, "the journal does not begin with its header", null);
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
    }

    /**
     * Refuse what follows the last sound line unless it is what a crash leaves of one record. Each
     * record is durable before the next is begun, so a whole record with more behind it on the same
     * line is damage, not a crash; NUL bytes are what some filesystems leave of an unwritten end.
     */
    private static void checkTail(Path path, int sound, String tail) {
        if (sound == 0) {
            throw new JournalException(
                    "the journal " + path + " was cut off before its operation began",
                    "Nothing was done; remove it: rm -r " + directory(path),
                    null);
        }
        for (int end = tail.indexOf('}'); end >= 0; end = tail.indexOf('}', end + 1)) {
            String rest = tail.substring(end + 1);
            if (rest.chars().anyMatch(c -> c != 0) && isRecord(sound, tail.substring(0, end + 1))) {
                throw damaged(path, sound + 1, "a line holds more than one record", null);
            }
        }
    }

    private static boolean isRecord(int seq, String line) {
        try {
            return JournalLine.read(seq, line).at() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Say what to do with a journal of which not even the header is left. */
    static String aside(Path path) {
        String directory = directory(path);
        return "See what the operation left: kompox disk list\n"
                + "Then set its journal aside: mv "
                + directory
                + " "
                + directory
                + ".damaged";
    }

    private static String id(Path path) {
        Path directory = path.toAbsolutePath().getParent();
        return String.valueOf(directory == null ? path : directory.getFileName());
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    private static int newline(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static String directory(Path path) {
        Path directory = path.toAbsolutePath().getParent();
        return String.valueOf(directory == null ? path : directory);
    }

    private static JournalException damaged(
            Path path, int line, @Nullable String why, @Nullable Throwable cause) {
        return new JournalException(
                "the journal " + path + " is damaged in line " + line + ": " + why,
                line == 1 ? aside(path) : "kompox operation rebuild " + id(path),
                cause);
    }
}
