package dev.kompox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.cli.fake.FakePlace;
import dev.kompox.cli.fake.Screen;
import dev.kompox.cli.output.Width;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compare whole screens with golden ones: {@code screens/CASE/{in-commands,out-screen}.txt}. */
class ScreensTest {

    private static final Path SCREENS = Path.of("src/test/resources/screens");

    @TempDir Path directory;

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(SCREENS)) {
            return folders.map(each -> each.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void showsWhatTheGoldenScreenShows(String name) throws IOException {
        Path folder = SCREENS.resolve(name);
        FakePlace place = new FakePlace();
        Screen screen =
                name.startsWith("fresh-")
                        ? Shop.fresh(directory, place)
                        : Shop.running(directory, place);
        if (Files.exists(folder.resolve("in-compose.yaml"))) {
            Files.copy(
                    folder.resolve("in-compose.yaml"),
                    directory.resolve("compose.yaml"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        StringBuilder shown = new StringBuilder();
        for (String line : Files.readAllLines(folder.resolve("in-commands.txt"))) {
            shown.append("$ kompox ").append(line).append('\n');
            int code = screen.run(line.split(" ", -1));
            shown.append(steady(screen.out()));
            shown.append(mark(steady(screen.err())));
            shown.append("exit ").append(code).append("\n");
        }
        Path golden = folder.resolve("out-screen.txt");
        if (Boolean.getBoolean("update.golden")) {
            Files.writeString(golden, shown);
        }
        assertThat(shown.toString()).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "ps",
                "disk list",
                "snapshot list",
                "snapshot show monday",
                "restore monday --dry-run",
                "driver show docker",
                "explain services.stop_grace_period",
                "init --dry-run",
                "help"
            })
    void fitsInEightyColumns(String command) throws IOException {
        Screen screen =
                Shop.running(directory, new FakePlace()).terminal("").variable("NO_COLOR", "1");
        assertThat(screen.run(command.split(" ", -1))).isZero();
        assertThat(screen.out().lines()).isNotEmpty().allMatch(line -> Width.of(line) <= 80);
    }

    /** Replace what differs from run to run. */
    private String steady(String text) {
        return text.replace(directory.toString(), "/shop")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d\\+09", "2026-10-13 10:41+09")
                .replaceAll("\\b([a-z]{2})-(?=[a-z0-9]*[0-9])[0-9a-z]{5}\\b", "$1-7k2pq")
                .replaceAll("· \\d+\\.\\d s", "· 0.0 s");
    }

    private static String mark(String err) {
        StringBuilder text = new StringBuilder();
        err.lines().forEach(line -> text.append("! ").append(line).append('\n'));
        return text.toString();
    }
}
