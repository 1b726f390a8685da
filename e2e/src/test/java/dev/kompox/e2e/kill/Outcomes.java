package dev.kompox.e2e.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The table of what became of a move at each point where it was killed: {@code target/NAME.tsv}.
 */
public final class Outcomes {

    private static final Pattern RECORD =
            Pattern.compile("\"seq\":(\\d+).*?\"type\":\"(\\w+)\"(?:,\"step\":\"([^\"]*)\")?");

    private final Path table;
    private final Path states;

    /**
     * Begin a table.
     *
     * @param states the directory below which the journals are
     */
    public Outcomes(String name, Path states) {
        this.table = Path.of("target", name + ".tsv");
        this.states = states;
        try {
            Files.createDirectories(table.getParent());
            Files.writeString(table, "point\tfrom\tlast record\tafterwards\tserves\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return the last record of the newest journal, in words. */
    public String lastRecord() {
        try (Stream<Path> files = Files.walk(states)) {
            List<String> lines =
                    files.filter(file -> file.endsWith("journal.jsonl"))
                            .max(Comparator.comparing(Outcomes::changed))
                            .map(Outcomes::lines)
                            .orElse(List.of());
            Matcher last = RECORD.matcher(lines.isEmpty() ? "" : lines.getLast());
            if (!last.find()) {
                return "none";
            }
            String step = last.group(3) == null ? "" : " of step " + last.group(3);
            return last.group(1) + " " + last.group(2) + step;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Add a row. */
    public void add(int point, String from, String record, String afterwards, String serves) {
        try {
            Files.writeString(
                    table,
                    String.join("\t", String.valueOf(point), from, record, afterwards, serves)
                            + "\n",
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
