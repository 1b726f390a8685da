package dev.kompox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Version;
import dev.kompox.cli.fake.FakePlace;
import dev.kompox.cli.fake.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that hold for every command. */
class CatalogueTest {

    static Stream<List<String>> commands() {
        return Catalogue.all().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isDescribedWithItsCommonestUsesFirst(List<String> words) {
        Command command = Objects.requireNonNull(Catalogue.find(words));
        assertThat(command.syntax().name()).isEqualTo(String.join(" ", words));
        assertThat(command.syntax().summary()).hasSizeLessThan(60).endsWith(".");
        assertThat(command.syntax().examples()).hasSizeBetween(1, 3);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void showsItsHelpInEightyColumns(List<String> words, @TempDir Path directory) {
        Screen screen = new Screen(directory, new FakePlace());
        String[] args = Stream.concat(words.stream(), Stream.of("--help")).toArray(String[]::new);
        assertThat(screen.run(args)).isZero();
        assertThat(screen.out().lines())
                .allMatch(line -> line.length() <= 80 && !line.contains("…"));
        assertThat(screen.err()).isEmpty();
        String shown = screen.out();
        screen.run(Stream.concat(Stream.of("help"), words.stream()).toArray(String[]::new));
        assertThat(screen.out()).isEqualTo(shown);
    }

    @Test
    void hasTheVersionOfTheProject() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<version>" + Version.NUMBER + "</version>");
    }

    @Test
    void findsNothingUnderAnUnknownName() {
        assertThat(Catalogue.find(List.of("nosuch"))).isNull();
        assertThat(Catalogue.find(List.of("disk", "nosuch"))).isNull();
    }
}
