package dev.kompox.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Compare what docker compose and we make of all Compose files below a directory: {@code
 * -Dcorpus=DIRECTORY}. Each file is loaded alone, in its own directory. Differences go to {@code
 * target/corpus.txt}; the sum is printed.
 */
class CorpusOracleTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("HOME", "/root");

    private int accepted;
    private int refused;
    private final List<String> verdicts = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();

    @Test
    @EnabledIfSystemProperty(named = "corpus", matches = ".+")
    void agreesOnFilesMetInTheWild() throws IOException {
        Path corpus = Path.of(System.getProperty("corpus", "")).toAbsolutePath();
        List<Path> files;
        try (Stream<Path> all = Files.walk(corpus)) {
            files =
                    all.filter(Files::isRegularFile)
                            .filter(file -> file.toString().matches(".*\\.ya?ml"))
                            .sorted()
                            .toList();
        }
        for (Path file : files) {
            compare(corpus, file);
        }
        List<String> lines = new ArrayList<>(verdicts);
        lines.addAll(contents);
        Files.write(Path.of("target/corpus.txt"), lines);
        System.out.printf(
                "%d files: %d accepted, %d refused by docker compose; other verdict %d, other"
                        + " content %d%n",
                files.size(), accepted, refused, verdicts.size(), contents.size());
        assertThat(files).isNotEmpty();
        assertThat(verdicts.size()).isLessThanOrEqualTo(files.size() / 200);
        assertThat(contents.size()).isLessThanOrEqualTo(accepted / 200);
    }

    private void compare(Path corpus, Path file) {
        Path directory = file.resolveSibling("");
        LoadRequest request =
                LoadRequest.of(directory, new LinkedHashMap<>(ENVIRONMENT))
                        .withFiles(List.of(file));
        Verdicts both = Verdicts.on(request);
        if (both.theirs() == null) {
            refused++;
        } else {
            accepted++;
        }
        List<String> differences = both.differences();
        if (!differences.isEmpty()) {
            boolean verdict = both.theirs() == null || both.ours() == null;
            (verdict ? verdicts : contents)
                    .add(corpus.relativize(file) + ": " + differences.getFirst());
        }
    }
}
