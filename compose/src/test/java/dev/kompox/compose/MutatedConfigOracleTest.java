package dev.kompox.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spoil one line of a golden case or of a small case at random and ask docker compose whether it
 * still takes the file, and what it makes of it. The seed is fixed; another is chosen with {@code
 * -Dseed=N}, the number of spoilt files with {@code -Dmutants=N}. Other seeds meet differences that
 * are meant, once in some thousand files: dates, which version 5 takes, an {@code include} entry
 * with a misspelt {@code path}, and others of docs/reference/compose-differences.md.
 */
class MutatedConfigOracleTest {

    private static final int MUTANTS = Integer.getInteger("mutants", 150);

    /** About as many small cases as there are. */
    private static final int ABOUT_ALL = 2000;

    private static final List<String> VALUES =
            List.of(
                    "",
                    " null",
                    " 1",
                    " -1",
                    " 0.5",
                    " true",
                    " \"text\"",
                    " [a, b]",
                    " {a: b}",
                    " 10s",
                    " 1g",
                    " ${NONE}",
                    " ${NONE:-x}",
                    " ~",
                    " [1]",
                    " \"\"",
                    " 99999999999",
                    " -99999999999999999999999",
                    " 1e30",
                    " 1.5",
                    " &a",
                    " *a",
                    " !reset",
                    " |",
                    " 2024-01-02",
                    " $$",
                    " ${",
                    " .",
                    " ..",
                    " /",
                    " a:b:c",
                    " [{}]",
                    " [~]");

    @TempDir private Path parent;

    @BeforeAll
    static void present() {
        DockerCompose.assumeAtLeast("2.40");
    }

    @Test
    void agreesWithDockerComposeOnSpoiltFiles() throws IOException {
        long seed = Long.getLong("seed", 20261123);
        Random random = new Random(seed);
        List<GoldenCase> cases =
                GoldenCase.all("config").stream()
                        .filter(one -> Files.exists(one.folder().resolve("in-compose.yaml")))
                        .toList();
        List<String> differences = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            GoldenCase golden = cases.get(random.nextInt(cases.size()));
            List<String> lines = Files.readAllLines(golden.folder().resolve("in-compose.yaml"));
            if (lines.isEmpty()) {
                continue;
            }
            int at = random.nextInt(lines.size());
            String before = lines.get(at);
            lines.set(at, spoil(before, random));
            Path directory = parent.resolve("m" + i).resolve(golden.toString());
            copy(golden.folder(), directory);
            Files.write(directory.resolve("in-compose.yaml"), lines);
            String change = (at + 1) + ": [" + before + "] -> [" + lines.get(at) + "]";
            refused += compare(golden, directory, change, differences) ? 1 : 0;
        }
        assertThat(differences).as("seed " + seed).isEmpty();
        assertThat(refused).as("refused by both").isBetween(MUTANTS / 10, MUTANTS * 9 / 10);
    }

    /** Which cases are spoilt and how does not change when others are added. */
    @Test
    void agreesWithDockerComposeOnSpoiltSmallCases() throws IOException {
        long seed = Long.getLong("seed", 20261123);
        List<SmallCase> cases =
                SmallCase.all().stream()
                        .filter(small -> small.isExpected(List.of()))
                        .filter(small -> !small.isOtherwiseInVersion5())
                        // docker compose cannot print what has a path as JSON
                        .filter(small -> !small.name().startsWith("ssh"))
                        .toList();
        List<String> differences = new ArrayList<>();
        for (int left = MUTANTS; left > 0; left -= ABOUT_ALL) {
            for (SmallCase small : cases) {
                Random random = new Random(seed * 31 + left * 17L + small.toString().hashCode());
                if (random.nextInt(ABOUT_ALL) < left) {
                    spoil(small, random, differences);
                }
            }
        }
        assertThat(differences).as("seed " + seed).isEmpty();
    }

    private void spoil(SmallCase small, Random random, List<String> differences)
            throws IOException {
        List<String> paths = List.copyOf(small.files().keySet());
        String path = paths.get(random.nextInt(paths.size()));
        List<String> lines = small.files().getOrDefault(path, "").lines().toList();
        if (lines.isEmpty()) {
            return;
        }
        int at = random.nextInt(lines.size());
        List<String> spoilt = new ArrayList<>(lines);
        spoilt.set(at, spoil(lines.get(at), random));
        Map<String, String> files = new LinkedHashMap<>(small.files());
        files.put(path, String.join("\n", spoilt) + "\n");
        Path own = parent.resolve("small");
        SmallCase mutant = new SmallCase(small.topic(), small.name(), small.notes(), files);
        LoadRequest request = mutant.layOut(own);
        String theirs = mutant.asked(request, own);
        String ours = Verdicts.ours(request);
        Verdicts.live(ours == null ? null : SmallCase.portable(ours, own), theirs)
                .differences()
                .stream()
                .limit(1)
                .map(found -> mutant + ": " + found + ": " + lines.get(at) + " ->" + spoilt.get(at))
                .forEach(differences::add);
        delete(own);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** Note a difference, and tell whether docker compose refused. */
    private static boolean compare(
            GoldenCase golden, Path directory, String change, List<String> differences) {
        Verdicts verdicts = Verdicts.on(new GoldenCase(directory, golden.notes()).request());
        verdicts.differences().stream()
                .limit(1)
                .forEach(difference -> differences.add(golden + ": " + difference + ": " + change));
        return verdicts.theirs() == null;
    }

    private static String spoil(String line, Random random) {
        int colon = line.indexOf(':');
        return switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 ->
                    colon < 0 ? line + "x" : line.substring(0, colon) + "x" + line.substring(colon);
            case 2 -> " " + line;
            default -> {
                String value = VALUES.get(random.nextInt(VALUES.size()));
                int dash = line.indexOf("- ");
                yield colon >= 0
                        ? line.substring(0, colon + 1) + value
                        : dash >= 0 ? line.substring(0, dash + 1) + value : line + value;
            }
        };
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }
}
