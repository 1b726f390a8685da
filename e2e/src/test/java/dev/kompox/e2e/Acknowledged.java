package dev.kompox.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What an app said that it keeps, noted outside of it by a writer: a line for each, a number first.
 *
 * @param file where the writer notes it
 */
record Acknowledged(Path file) {

    /** Return the numbers so far; a line that is half written is left out. */
    List<Long> numbers() {
        return lines().stream().map(line -> Long.valueOf(line.split(" ", 2)[0])).toList();
    }

    /** Return the whole lines so far. */
    List<String> lines() {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = Shell.read(file);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.matches("[0-9]+( .*)?"))
                .toList();
    }

    /** Wait until five more were acknowledged. */
    void awaitMore() throws InterruptedException {
        int before = lines().size();
        Poll.until("the writer goes on writing", 90, () -> lines().size() >= before + 5);
    }
}
