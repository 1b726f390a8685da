package dev.kompox.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compare what docker compose and we make of all Compose files below a directory: {@code
 * -Dcorpus=DIRECTORY}. Each is loaded alone, in its own directory, in two ways: as it is, and with
 * values for all variables that it names and a second file with what other programs would add, for
 * most would be refused without. Differences go to {@code target/corpus.txt}; the sum is printed.
 */
class CorpusOracleTest {

    private static final Pattern VARIABLE = Pattern.compile("[$][{]?([A-Za-z_]\\w*)");

    @TempDir Path added;

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
                "%d files in two ways: %d accepted, %d refused by docker compose; other verdict %d, other"
                        + " content %d%n",
                files.size(), accepted, refused, verdicts.size(), contents.size());
        assertThat(files).isNotEmpty();
        assertThat(verdicts.size()).isLessThanOrEqualTo(files.size() / 100);
        assertThat(contents.size()).isLessThanOrEqualTo(accepted / 200);
    }

    /** Values that fit where variables of such a name usually stand. */
    private static Map<String, String> environment(Path file) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        Matcher variables = VARIABLE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        while (variables.find()) {
            String name = variables.group(1);
            String value = "value";
            if (name.contains("PORT")) {
                value = "8080";
            } else if (name.matches(".*(DIR|PATH|ROOT|DATA|FOLDER|LOCATION).*")) {
                value = "/srv/data";
            } else if (name.matches(".*(IP|ADDRESS|SUBNET|GATEWAY).*")) {
                value = "10.21.0.7";
            } else if (name.matches(".*(ENABLE|DISABLE|DEBUG|USE_).*")) {
                value = "true";
            } else if (name.matches(".*(UID|GID|SIZE|COUNT|LIMIT|MEMORY|CPU|VERSION|TAG).*")) {
                value = "1000";
            }
            environment.put(name, value);
        }
        environment.put("HOME", "/root");
        return environment;
    }

    private void compare(Path corpus, Path file) throws IOException {
        Path directory = file.resolveSibling("");
        compare(
                corpus,
                LoadRequest.of(directory, Map.of("HOME", "/root")).withFiles(List.of(file)));
        Path more = Files.writeString(added.resolve("more.yaml"), Completion.of(file));
        compare(
                corpus,
                LoadRequest.of(directory, environment(file)).withFiles(List.of(file, more)));
    }

    private void compare(Path corpus, LoadRequest request) {
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
                    .add(
                            corpus.relativize(request.files().getFirst())
                                    + ": "
                                    + differences.getFirst());
        }
    }
}
