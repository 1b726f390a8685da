package dev.kompox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What CONTRIBUTING.md asks of every file, in all modules. */
class HouseRulesTest {

    private static final Path ROOT = Path.of("..");
    private static final int LONGEST = 400;

    private static Map<Path, List<String>> files;

    @BeforeAll
    static void readAll() throws IOException {
        files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(ROOT)) {
            for (Path each : all.filter(HouseRulesTest::isOurs).toList()) {
                files.put(ROOT.relativize(each), Files.readAllLines(each));
            }
        }
        assertThat(files).hasSizeGreaterThan(100);
    }

    @Test
    void noFileIsLongerThanFourHundredLines() {
        List<String> tooLong = new ArrayList<>();
        files.forEach((path, lines) -> {
            if (lines.size() > LONGEST) {
                tooLong.add(path + " has " + lines.size());
            }
        });
        assertThat(tooLong).isEmpty();
    }

    @Test
    void filesAreShortAsARule() {
        List<Integer> sizes =
                files.entrySet().stream()
                        .filter(each -> each.getKey().toString().contains("src/main/"))
                        .map(each -> each.getValue().size())
                        .sorted()
                        .toList();
        assertThat(sizes.get(sizes.size() / 2)).as("median").isLessThanOrEqualTo(60);
        assertThat(sizes.get(sizes.size() * 9 / 10)).as("90th percentile").isLessThanOrEqualTo(200);
    }

    @Test
    void everyPackageIsNullMarked() {
        TreeSet<Path> unmarked = new TreeSet<>();
        files.keySet().stream()
                .filter(path -> path.toString().contains("src/main/java"))
                .map(path -> path.resolveSibling("package-info.java"))
                .filter(info ->
                        !files.containsKey(info)
                                || files.get(info).stream().noneMatch("@NullMarked"::equals))
                .forEach(unmarked::add);
        assertThat(unmarked).isEmpty();
    }

    @Test
    void noNameSaysNothing() {
        assertThat(files.keySet())
                .extracting(path -> path.getFileName().toString().replace(".java", ""))
                .noneMatch(name ->
                        name.endsWith("Util")
                                || name.endsWith("Utils")
                                || name.endsWith("Helper")
                                || name.endsWith("Manager")
                                || name.endsWith("Impl"));
    }

    private static boolean isOurs(Path path) {
        String text = path.toString();
        return text.endsWith(".java") && text.contains("/src/") && !text.contains("/target/");
    }
}
