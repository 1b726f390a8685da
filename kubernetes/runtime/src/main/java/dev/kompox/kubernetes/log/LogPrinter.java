package dev.kompox.kubernetes.log;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints lines as {@code docker compose logs} does, one at a time whoever gives them. */
final class LogPrinter {

    /** Cyan, yellow, green, magenta, blue; then brighter. */
    private static final List<String> COLOURS =
            List.of("36", "33", "32", "35", "34", "36;1", "33;1", "32;1", "35;1", "34;1");

    private final OutputStream out;
    private final boolean timestamps;
    private final Map<String, byte[]> beginnings = new LinkedHashMap<>();

    LogPrinter(OutputStream out, Collection<String> labels, boolean timestamps, boolean colour) {
        this.out = new BufferedOutputStream(out, 32 * 1024);
        this.timestamps = timestamps;
        Set<String> names = new LinkedHashSet<>(labels);
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        for (String name : names) {
            String text = name + " ".repeat(width - name.length()) + "  | ";
            String code = COLOURS.get(beginnings.size() % COLOURS.size());
            String shown = colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
            beginnings.put(name, shown.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Print a line of a label that the constructor was given. */
    synchronized void line(String label, LogLine line) {
        try {
            out.write(beginnings.getOrDefault(label, new byte[0]));
            line.write(out, timestamps);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Pass on what was printed. */
    synchronized void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static DriverException unwritable(IOException e) {
        return new DriverException(
                new Category.Invalid(),
                "the logs cannot be passed on: " + e.getMessage(),
                null,
                null,
                e);
    }
}
